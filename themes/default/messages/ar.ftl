# العربية. أسماء الرسائل ومتغيراتها هي أسماء en.ftl.

## Frame
skip = انتقال إلى المحتوى
menu = التنقل الرئيسي
home = الرئيسية
tree = الشجرة
strategy = الاستراتيجية
mission = الرسالة
pillars = الركائز
pillar = ركيزة
cycles = الدورات
cycle = الدورة
objectives = الأهداف
objective = هدف
teams = الفرق
team = الفريق
people = الأشخاص
person = شخص
kpis = مؤشرات الأداء
kpi = مؤشر أداء
method = المنهجية
rules = القواعد
rule = قاعدة
handbook = الدليل
search = البحث
search_key = اضغط / للبحث
search_none = لا نتائج
search_found = النتائج: {"{n}"}
all_cycles = جميع الدورات
switch_cycle = الدورة
line_of_sight = الصلة بالرسالة
on_this_page = في هذه الصفحة
as_of = حتى { $date }
public_edition = النسخة العامة
internal_edition = النسخة الداخلية
how_we_measure = كيف نقيس
data = البيانات
made_with = أُنشئ باستخدام okrbook
scheme_switch = التبديل بين الوضع الفاتح والداكن
edit_this_page = تعديل هذه الصفحة
previous = السابق
next = التالي
turn = ما قبل وما بعد
moved_title = انتقلت هذه الصفحة
moved_to = عنوانها الآن
not_found_title = هذه الصفحة غير موجودة
not_found_text = ربما كُتب العنوان خطأً، أو أُزيلت الصفحة. تقود هذه الصفحات إلى كل ما عداها:

## How things are joined
comma = {"، "}
clause = {"؛ "}
stop = .
range = { $start } – { $end }
from_to = { $start } ← { $target }
only_to = ← { $target }

## Facts
expected = المتوقع { $percent }
score = التقييم
score_of = التقييم { $score }
outcome = النتيجة
coverage = وردت تحديثات { $reported } من { $total }
coverage_outdated = وردت تحديثات { $reported } من { $total }، والمتقادم منها { $outdated }
no_data = لا بيانات
day_of = اليوم { $day } من { $days }
not_begun =
    { $days ->
        [zero] تبدأ اليوم
        [one] تبدأ غدًا
        [two] تبدأ بعد يومين
        [few] تبدأ بعد { $days } أيام
        [many] تبدأ بعد { $days } يومًا
       *[other] تبدأ بعد { $days } يوم
    }
ended = انتهت
masked = الأرقام غير منشورة
internal = داخلي
sight_broken = لا يصل إلى الرسالة
sight_stale = في الطريق ما هو متقادم
weight = الوزن { $weight }
owner = المسؤولية
owners = المسؤولية
lead = القيادة
ambassador = مرجع OKR
members = الأعضاء
contributors = بالاشتراك مع
horizon = الأفق
tags = الوسوم
links = روابط
backlog = قائمة الانتظار
backlog_text = مسودات بلا دورة: ما قد يأتي لاحقًا.
drafts = المسودات
drafts_text = لم تُعتمد بعد، ولا تدخل في أي متوسط.
none_yet = لا شيء حتى الآن.
n_objectives =
    { $count ->
        [zero] لا أهداف
        [one] هدف واحد
        [two] هدفان
        [few] { $count } أهداف
        [many] { $count } هدفًا
       *[other] { $count } هدف
    }
all_n_objectives =
    { $count ->
        [zero] لا أهداف
        [one] الهدف الوحيد
        [two] الهدفان معًا
        [few] الأهداف جميعها ({ $count })
        [many] الأهداف جميعها ({ $count })
       *[other] الأهداف جميعها ({ $count })
    }
earlier_n = السابقة: { $count }

## Words for what a goal says of itself
state_draft = مسودة
state_active = جارٍ
state_closed = مغلق
state_cancelled = ملغى
outcome_achieved = تحقق
outcome_partly = تحقق جزئيًا
outcome_missed = لم يتحقق
outcome_postponed = مؤجل
outcome_cancelled = ملغى
decision_keep = الإبقاء عليه
decision_modify = تعديله
decision_abandon = التخلي عنه
ambition_committed = التزام (committed)
ambition_aspirational = طموح (aspirational)
origin_top_down = من الأعلى إلى الأسفل
origin_bottom_up = من الأسفل إلى الأعلى
initiative_planned = مخطط لها
initiative_active = جارية
initiative_done = منجزة
initiative_dropped = متروكة
dependency_requested = مطلوب
dependency_confirmed = مؤكد
dependency_declined = مرفوض
kind_metric =
    { $count ->
        [zero] لا قيم متحركة
        [one] قيمة متحركة واحدة
        [two] قيمتان متحركتان
        [few] { $count } قيم متحركة
        [many] { $count } قيمة متحركة
       *[other] { $count } قيمة متحركة
    }
kind_keep = قيم يُحافظ عليها: { $count }
kind_milestones = بمراحل: { $count }
kind_zones = بمستويات: { $count }
kind_done = منجز أو غير منجز: { $count }
zone_fail = إخفاق
zone_commit = التزام
zone_target = مستهدف
zone_stretch = أقصى طموح
health_on_track = على المسار
health_at_risk = معرض للخطر
health_off_track = خارج المسار
health_outdated = متقادم
health_pending = قيد الانتظار
health_closed = مغلق
kpi_healthy = سليم
kpi_unhealthy = غير سليم
kpi_outdated = متقادم
kpi_no_target = بلا نطاق
kpi_no_data = لا بيانات
every_week = كل أسبوع
every_fortnight = كل أسبوعين
every_month = كل شهر
every_quarter = كل ثلاثة أشهر
every_year = كل سنة
every_days =
    { $days ->
        [zero] كل يوم
        [one] كل يوم
        [two] كل يومين
        [few] كل { $days } أيام
        [many] كل { $days } يومًا
       *[other] كل { $days } يوم
    }

## Home
lately = المستجدات
needs_help = ما يحتاج إلى مساعدة
nothing_needs_help = لا هدف جاريًا خارج المسار أو معرضًا للخطر أو متقادمًا.
windscreen_text = إلى أين نريد أن نصل
mirror_text = ما مدى سلامتنا
see_the_tree = الشجرة كاملة

## Tree
tree_text = من الرسالة إلى كل نتيجة رئيسية. يمكن فتح الفروع وإغلاقها.
unaligned = غير مرتبطة
unaligned_text = أهداف لا تسهم في شيء بعد.
opens = تحت: { $title }
tree_without_key_results = يضم هذا الدليل أهدافًا كثيرة: نتائجها الرئيسية في صفحة كل هدف.
tree_cut = أهداف الدورات السابقة والفروع العميقة موجودة في صفحات الأهداف التي فوقها.
below_n =
    { $count ->
        [zero] لا أهداف تحته
        [one] هدف واحد تحته
        [two] هدفان تحته
        [few] { $count } أهداف تحته
        [many] { $count } هدفًا تحته
       *[other] { $count } هدف تحته
    }
filter = تصفية الشجرة
filter_text = كلمات
filter_reset = عرض الكل
filter_none = لا هدف مطابق.
filter_found =
    { $total ->
        [zero] {"{n}"} من { $total } هدف
        [one] {"{n}"} من هدف واحد
        [two] {"{n}"} من هدفين
        [few] {"{n}"} من { $total } أهداف
        [many] {"{n}"} من { $total } هدفًا
       *[other] {"{n}"} من { $total } هدف
    }
all_teams = جميع الفرق
all_health = أي حالة
open_all = فتح الكل
close_all = إغلاق الكل

## Map
map = الخريطة
see_the_map = في خريطة
map_text = من الرسالة إلى الأهداف التي تخدمها، وحال كل منها.
map_shows = تعرض الخريطة أهداف { $cycles } وما تسهم فيه.
map_shows_all = تعرض الخريطة كل أهداف كل الدورات.
map_as_tree = الشيء نفسه في شجرة
map_now = الجارية الآن
map_everything = الكل
map_of = الخريطة: { $title }
map_of_cycle = خريطة هذه الدورة
map_line_place = الموضع في الشجرة
map_line_also = يسهم أيضًا في
map_line_suspect = بانتظار التأكيد: تغيّر الهدف الأعلى
map_suspect = ارتباط بانتظار التأكيد
map_other_lines = روابط لا تظهر في الشجرة
map_leads_to = يسهم في
map_left_out = رُسم { $drawn } من { $all } من الأهداف، والعليا أولًا. أما ما تحتها ففي الشجرة وفي صفحات الأهداف التي تخدمها.
map_more_below =
    { $count ->
        [zero] لا مزيد تحته
        [one] هدف آخر تحته
        [two] هدفان آخران تحته
        [few] { $count } أهداف أخرى تحته
        [many] { $count } هدفًا آخر تحته
       *[other] { $count } هدف آخر تحته
    }
map_lines_left_out =
    { $count ->
        [zero] رُسمت كل الروابط.
        [one] رابط آخر لم يُرسم.
        [two] رابطان آخران لم يُرسما.
        [few] { $count } روابط أخرى لم تُرسم.
        [many] { $count } رابطًا آخر لم يُرسم.
       *[other] { $count } رابط آخر لم يُرسم.
    }
map_zoom_in = تكبير
map_zoom_out = تصغير
map_zoom_fit = ملاءمة

## Strategy
not_doing = ما نتركه عن قصد
by_cycle = دورة بعد دورة
watched_kpis = مؤشرات الأداء المتابعة
direct_objectives = الأهداف

## Cycle
scorecard = نظرة عامة
runs = المدة
set_by = تُحدد قبل
check_in_every = المتابعة (check-in)
inside = الدورات ضمنها
retrospective = ما تعلمناه
without_team = بلا فريق
measures = طرق القياس
mean_progress = متوسط التقدم
mean_score = متوسط التقييم
readiness_text = الفرق التي لها أهداف في هذه الدورة: { $ready } من { $total }.
heat_map = الفرق وأهدافها
heat_map_text = حال كل هدف، فريقًا بعد فريق: تقوله كلمة وشكل، ويكرره اللون.
burn_up = المتوقع والمحقق
burn_up_at = تحقق { $progress } في { $date }، والمتوقع { $expected }.
bowler = المخطط والفعلي، شهرًا بشهر
bowler_text = ما ينبغي أن يبلغه كل مقياس في نهاية الشهر، وآخر ما أُبلغ عنه خلاله.
actual = الفعلي
left_out = غير معروض هنا: { $count }.
spread = توزيع التقييمات
spread_text = الأهداف المغلقة: { $count }، من { $low } إلى { $high }، والمتوسط { $mean }.
mean_at = المتوسط { $score }
list_is_cut = يظهر هنا { $shown } من { $total } من الأهداف. صفحة كل فريق تعرض جميع أهدافه.
readiness_waits = قبل بداية الدورة: ما قرره كل فريق وما لا يزال ناقصا.
ready = جاهز
decided = مقرر
without_key_results = بلا نتائج رئيسية
without_baseline = بلا قيمة أساس

## العرض
presentation = عرض تقديمي
as_presentation = كعرض تقديمي، هدف في كل شاشة
place_of = { $place } من { $total }
needs_decision = ما يحتاج إلى قرار
nothing_to_decide = لا شيء هنا يحتاج إلى قرار.
review_is_missing = انتهت الدورة: كيف انتهت، وماذا تعلمنا، وماذا يتبع؟
last_reported = آخر تقرير في { $date }
needed_from = مطلوب من { $party }
by_day = قبل { $date }
whats_next = ما التالي
ends_on = نهاية { $cycle }
begins_on = بداية { $cycle }
proposed_for = مقترح لـ { $cycle }
is_set_by = موعد تحديد { $cycle }

## Snapshots
snapshots = اللقطات
snapshots_text = الدورات كما نُشرت، مجمدة إلى الأبد: تعرض كل صفحة ما كان معروفًا حينها.
all_snapshots = جميع اللقطات
as_published = كما نُشر
published_in = نُشر في { $snapshot }
frozen_text = تعرض هذه الصفحة { $cycle } كما كانت في { $date }.
frozen_cut = جزء مما نُشر آنذاك لم يعد عامًا، فلا يظهر هنا ولا يدخل في أي مجموع.
frozen_scorecard = نظرة عامة عليها
frozen_today = كما هي اليوم
frozen_by = جُمدت باستخدام { $generator }
frozen_proof = تغطي هذه البصمة BLAKE3 كل بايت وراء هذه الصفحة. وفي مستودع الدليل يثبت هذا الأمر أن شيئًا لم يتغير منذ ذلك الحين:
digest = البصمة

## Objective
key_results = النتائج الرئيسية
also_contributes = يسهم أيضًا في
contributing = إسهامات من الأسفل
contributing_mean = مجموعها عند { $percent }؛ ولا يدخل ذلك في التقدم أعلاه.
initiatives = المبادرات
initiatives_text = العمل الذي نعوّل عليه؛ ولا يُحسب تقدمًا أبدًا.
initiative = المبادرة
moves = يحرّك
dependencies = يعتمد على
dependency = على
needed_by = مطلوب قبل
state = الحالة
due = الموعد
needed_by_others = تحتاج إليه أهداف أخرى
changes = التغييرات
date = التاريخ
what = ما الذي تغير
reason = السبب
review = المراجعة
closed_on = أُغلق في
decision = ما يلي ذلك
earlier_self = مستمر من
later_self = يستمر باسم
origin = المصدر
ambition = مستوى الطموح
source = مصدر القياس
moves_kpi = يحرّك { $kpi }
contributes_to = يسهم في { $goal }
since_last = { $change } منذ { $date }

## Team and person
earlier = سابقًا
contributes = يسهم في
inside_team = الفرق التابعة
needs_from_us = ما يحتاجه الآخرون من هذا الفريق
leads = أهداف تحت القيادة
answers_for = نتائج تحت المسؤولية
watches = مؤشرات تحت المتابعة
works_in = الفرق
role = الدور

## KPI
healthy_band = النطاق السليم
at_least = { $number } على الأقل
at_most = { $number } على الأكثر
between = من { $least } إلى { $most }
measured = وتيرة القياس
values = ملاحظات على القيم
moved_by = أهداف تسعى إلى تحريكه
watched_by = ركائز تتابعه
kpis_text = مقاييس دائمة للسلامة: كيف حال المؤسسة، إلى جانب ما تريد بلوغه.

## Method
method_text = القواعد التي يطبقها هذا الموقع كما هي سارية. مصدرها إعدادات الدليل.
three_numbers = ثلاثة أرقام لا تختلط أبدًا
three_numbers_progress = التقدم يبين أين يقف المقياس بين بدايته ومستهدفه.
three_numbers_confidence = الثقة تبين ما تعتقده الجهة المسؤولة، من 0 إلى 1.
three_numbers_score = التقييم هو الحكم في النهاية، من 0 إلى 1.
pace = الوتيرة
pace_text = ينبغي أن يقف الهدف عند ما مضى من الدورة مضروبًا في معامله. والفجوة عن ذلك هي الفيصل:
gap_at_most = فجوة لا تتجاوز { $percent }
gap_beyond = ما يزيد على ذلك
par = المعامل
outcome_text = يتحول تقييم الهدف المغلق إلى نتيجة؛ وما دون هذه الحدود لم يتحقق.
achieved = تحقق ابتداءً من
partly = تحقق جزئيًا ابتداءً من
all_rules = جميع القواعد
cadence = دورية المتابعة
cadence_text =
    النتيجة الرئيسية التي مضى على آخر متابعة لها أكثر من دوريتها وثلاثة أيام متقادمة.
    والصمت ليس أخضر أبدًا.
cadence_default = حيث لا تحدد الدورة شيئًا، تكون المتابعة
rules_text = ما يُفحص في الدليل، وبأي قدر من الإلحاح.
level = المستوى
code = القاعدة
meaning = المعنى
error = خطأ
lint_levels = الخطأ يوقف بناء الموقع، وكذلك قاعدة في مستوى deny. والقاعدة في مستوى warn تُعرض، وفي مستوى allow تصمت.

## Charts: labels, tables and the log of check-ins
as_of_day = حتى { $day }
in_unit = { $title }، بوحدة { $unit }
chart_numbers = الأرقام وراء الرسم البياني
value = القيمة
plan = المخطط
confidence = الثقة
status = الحالة
start = البداية
target = المستهدف
commit = الالتزام
stretch = أقصى طموح
forecast = التوقع
forecast_band = { $value } (من { $low } إلى { $high })
bounds = الحدود
zone = المستوى
yes = نعم
no = لا
inside_head = داخل الحدود
inside_bounds = داخل الحدود
outside_bounds = خارج الحدود
next_action = الخطوة التالية: { $action }
earlier_check_ins =
    { $count ->
        [zero] لا متابعات سابقة
        [one] متابعة سابقة واحدة
        [two] متابعتان سابقتان
        [few] { $count } متابعات سابقة
        [many] { $count } متابعة سابقة
       *[other] { $count } متابعة سابقة
    }
below_baseline = دون خط الأساس
beyond_target = فوق المستهدف
heading_for = يتجه نحو { $percent }
legend_measured = مقيس
legend_planned = مخطط
legend_forecast = إذا استمر الحال هكذا
legend_confidence = الثقة، كلما دكن اللون زادت

## Charts: what they show, in a sentence
metric_rises = من { $start } إلى { $value }، والمستهدف { $target }
metric_falls = من { $start } إلى { $value }، والمستهدف { $target }
metric_no_value = لا قيمة بعد؛ من { $start } إلى { $target }
metric_no_start = لا خط أساس بعد؛ الآن { $value }، والمستهدف { $target }
metric_nothing = لا خط أساس ولا قيمة بعد؛ المستهدف { $target }
metric_below = دون خط الأساس
metric_beyond = فوق المستهدف
metric_lands = على هذا الخط يصل إلى نحو { $value }
metric_way = { $percent } من الطريق
numbers_not_public = الأرقام نفسها غير منشورة
no_baseline_yet = لا خط أساس بعد
no_value_yet = لا قيمة بعد
keep_inside =
    { $count ->
        [zero] لا متابعات بعد، وداخل الحدود { $inside }
        [one] داخل الحدود في { $inside } من متابعة واحدة
        [two] داخل الحدود في { $inside } من متابعتين
        [few] داخل الحدود في { $inside } من { $count } متابعات
        [many] داخل الحدود في { $inside } من { $count } متابعة
       *[other] داخل الحدود في { $inside } من { $count } متابعة
    }
keep_last = آخر قيمة { $value }
keep_should = المطلوب: { $bounds }
keep_will = لا قيمة بعد؛ المطلوب: { $bounds }
between_and = بين { $least } و{ $most }
kpi_one = { $value } في { $date }
kpi_way = من { $start } في { $began } إلى { $value } في { $date }
healthy_when = السليم: { $bounds }
zone_none = لم يُبلغ أي مستوى بعد.
zone_in = في مستوى «{ $zone }».
zone_no_check_in = لا متابعات بعد.
zone_reached = { $zone }، تحقق
milestones_done =
    { $count ->
        [zero] لا مراحل، والمنجز { $done }
        [one] أُنجز { $done } من مرحلة واحدة
        [two] أُنجز { $done } من مرحلتين
        [few] أُنجز { $done } من { $count } مراحل
        [many] أُنجز { $done } من { $count } مرحلة
       *[other] أُنجز { $done } من { $count } مرحلة
    }
milestones_late = المتأخر { $count }
done_on = أُنجز في { $date }.
not_done = لم يُنجز بعد.
step_done = أُنجز في { $date }
step_done_due = أُنجز في { $date }، وموعده { $due }
step_late = متأخر منذ { $date }
step_due = موعده { $date }
step_open = لم يُنجز بعد

## History
history = السجل
history_of = السجل: { $month }
history_text = ما حدث، الأحدث أولاً: المتابعات والتغييرات والمراجعات وما تم تجميده.
newer = أحدث
older = أقدم
all_months = كل الأشهر
part_of = { $what }، الجزء { $part } من { $parts }
event_begun = { $what }: البداية.
event_ended = { $what }: النهاية.
event_reviewed = { $what } أُغلق:
event_changed = { $what } تغيّر:
event_frozen = { $what } جُمِّد.
event_done = تم

## A comparison of two moments
told_headline = ما تغير من { $from } إلى { $to }
told_n_more = وغيرها { $count }.
told_goal = الهدف
told_before = قبل
told_now = الآن
told_between = من { $from } ({ $from_day }) إلى { $to } ({ $to_day }).
told_nothing = لم يتغير شيء.
told_n_moved =
    { $count ->
        [zero] لم يتحرك أي مستهدف أو وزن
        [one] تحرك مستهدف أو وزن واحد
        [two] تحرك مستهدفان أو وزنان
        [few] تحركت { $count } مستهدفات أو أوزان
        [many] تحرك { $count } مستهدفًا أو وزنًا
       *[other] تحرك { $count } مستهدف أو وزن
    }
told_n_unexplained = بلا سبب: { $count }
told_n_new =
    { $count ->
        [zero] لا أهداف جديدة
        [one] هدف جديد واحد
        [two] هدفان جديدان
        [few] { $count } أهداف جديدة
        [many] { $count } هدفًا جديدًا
       *[other] { $count } هدف جديد
    }
told_n_gone =
    { $count ->
        [zero] لم يُحذف أي هدف
        [one] حُذف هدف واحد
        [two] حُذف هدفان
        [few] حُذفت { $count } أهداف
        [many] حُذف { $count } هدفًا
       *[other] حُذف { $count } هدف
    }
told_n_closed =
    { $count ->
        [zero] لم يُغلق أي هدف
        [one] أُغلق هدف واحد
        [two] أُغلق هدفان
        [few] أُغلقت { $count } أهداف
        [many] أُغلق { $count } هدفًا
       *[other] أُغلق { $count } هدف
    }
told_n_of = { $title }: { $count }
told_record_rewritten = سجلات أُعيدت كتابتها
told_moved = مستهدفات وأوزان تحركت
told_gone = أهداف حُذفت
told_new = أهداف جديدة
told_published = أهداف نُشرت حديثًا
told_carried = مستمرة
told_decided = اعتُمدت أو أُغلقت أو أُلغيت
told_given_up_goals = أُلغيت
told_decided_anew = اعتُمدت أو استؤنفت أو أُعيد تقييمها
told_reworded = أُعيدت صياغتها
told_around = في عهدة أخرى أو مكان آخر
told_kpis = مؤشرات الأداء
told_standings = أين تقف الأهداف
told_none = لا شيء
told_reason = السبب المذكور في { $date }: { $reason }
told_no_reason = لم يُذكر سبب.
told_is_new = { $goal } جديد.
told_is_published = { $goal } نُشر حديثًا.
told_was_proposed = اقتُرح { $goal } مسودةً.
told_was_carried = استمر { $goal } بالعنوان نفسه.
told_was_carried_from = { $goal } استمرار لـ{ $from }.
told_is_gone = حُذف { $goal }.
told_became_part = صار { $goal } جزءًا من { $to }.
told_was_decided = اعتُمد { $goal }، وكان مسودة.
told_was_closed_with = أُغلق { $goal } بتقييم { $to }: { $detail }.
told_was_closed_as = أُغلق { $goal }: { $detail }.
told_was_closed = أُغلق { $goal }.
told_was_given_up = أُلغي { $goal }.
told_was_reopened = استُؤنف { $goal }.
told_was_withdrawn = عاد { $goal } مسودة.
told_score = تغير تقييم { $goal } من { $from } إلى { $to }.
told_score_now = صار لـ{ $goal } تقييم: { $to }.
told_score_before = لم يعد لـ{ $goal } تقييم؛ وكان { $from }.
told_outcome = تغيرت نتيجة { $goal } من { $from } إلى { $to }.
told_outcome_now = صارت لـ{ $goal } نتيجة: { $to }.
told_outcome_before = لم تعد لـ{ $goal } نتيجة؛ وكانت { $from }.
told_record = أُعيدت كتابة سجل { $goal }: كان يذكر في { $detail } القيمة { $from }، ويذكر الآن { $to }.
told_record_now = أُعيدت كتابة سجل { $goal }: لم يكن يذكر قيمة في { $detail }، ويذكر الآن { $to }.
told_record_before = أُعيدت كتابة سجل { $goal }: كان يذكر في { $detail } القيمة { $from }، وقد حُذفت.
told_record_gone = أُعيدت كتابة سجل { $goal }: حُذف تحديث { $detail }.
told_measure = يُقاس { $goal } بطريقة أخرى: { $to } بدلًا من { $from }.
told_start = انتقلت بداية { $goal } من { $from } إلى { $to }.
told_start_now = صارت بداية { $goal } معروفة: { $to }.
told_start_before = لم تعد بداية { $goal } معروفة؛ وكانت { $from }.
told_target = انتقل مستهدف { $goal } من { $from } إلى { $to }{ $ease }.
told_commit = انتقل ما يلتزم به { $goal } من { $from } إلى { $to }.
told_commit_now = يلتزم { $goal } الآن بـ{ $to }.
told_commit_before = لم يعد { $goal } يلتزم بـ{ $from }.
told_stretch = انتقل أقصى طموح { $goal } من { $from } إلى { $to }.
told_stretch_now = أقصى طموح { $goal } الآن { $to }.
told_stretch_before = لم يعد لـ{ $goal } أقصى طموح؛ وكان { $from }.
told_bounds = انتقلت حدود { $goal } من { $from } إلى { $to }.
told_bounds_now = صارت لـ{ $goal } حدود: { $to }.
told_bounds_before = لم تعد لـ{ $goal } حدود؛ وكانت { $from }.
told_healthy = انتقل النطاق السليم لـ{ $goal } من { $from } إلى { $to }.
told_healthy_now = صار لـ{ $goal } نطاق سليم: { $to }.
told_healthy_before = لم يعد لـ{ $goal } نطاق سليم؛ وكان { $from }.
told_unit = يُعد { $goal } الآن بوحدة { $to }؛ وكان بوحدة { $from }.
told_unit_now = يُعد { $goal } الآن بوحدة { $to }؛ ولم تكن وحدته مذكورة.
told_unit_before = لم تعد وحدة { $goal } مذكورة؛ وكانت { $from }.
told_plan = تغير المسار المخطط لـ{ $goal }.
told_zone = أُعيدت صياغة ما يُعد { $detail } في { $goal }: { $to }؛ وكان { $from }.
told_step_added = لـ{ $goal } خطوة جديدة: { $detail }.
told_step_dropped = حُذفت من { $goal } الخطوة { $detail }.
told_step_due = موعد الخطوة { $detail } من { $goal } الآن { $to }؛ وكان { $from }.
told_step_due_now = موعد الخطوة { $detail } من { $goal } الآن { $to }؛ ولم يكن لها موعد.
told_step_due_before = لم يعد للخطوة { $detail } من { $goal } موعد؛ وكان { $from }.
told_step_weight = انتقل وزن الخطوة { $detail } من { $goal } من { $from } إلى { $to }{ $ease }.
told_weight = انتقل وزن { $goal } من { $from } إلى { $to }{ $ease }.
told_easier = {"، "}وهو أيسر بلوغًا
told_harder = {"، "}وهو أصعب بلوغًا
told_counts_more = {"، "}فصار أثقل في الحساب
told_counts_less = {"، "}فصار أخف في الحساب
told_mission_title = نص الرسالة الآن { $goal }؛ وكان { $from }.
told_title = كان عنوان { $goal } سابقًا { $from }.
told_why = أُعيدت صياغة سبب أهمية { $goal }.
told_why_now = صار سبب أهمية { $goal } مذكورًا.
told_why_before = لم يعد سبب أهمية { $goal } مذكورًا.
told_vision = أُعيدت صياغة الرؤية وراء { $goal }.
told_vision_now = صارت وراء { $goal } رؤية.
told_vision_before = لم تعد وراء { $goal } رؤية.
told_owner = { $goal } الآن في عهدة { $to }؛ وكان في عهدة { $from }.
told_owner_now = { $goal } الآن في عهدة { $to }.
told_owner_before = لم يعد { $goal } في عهدة أحد؛ وكان في عهدة { $from }.
told_team = يتبع { $goal } الآن { $to }؛ وكان يتبع { $from }.
told_team_now = يتبع { $goal } الآن { $to }.
told_team_before = لم يعد { $goal } يتبع أي فريق؛ وكان يتبع { $from }.
told_alignment = يسهم { $goal } الآن في { $to }؛ وكان يسهم في { $from }.
told_alignment_now = يسهم { $goal } الآن في { $to }؛ ولم يكن يسهم في شيء فوقه.
told_alignment_before = لم يعد { $goal } يسهم في شيء فوقه؛ وكان يسهم في { $from }.
told_cycle = { $goal } الآن ضمن { $to }؛ وكان ضمن { $from }.
told_cycle_now = { $goal } الآن ضمن { $to }.
told_cycle_before = لم يعد { $goal } ضمن أي دورة؛ وكان ضمن { $from }.
told_committed = { $goal } الآن التزام، وكان طموحًا.
told_aspirational = { $goal } الآن طموح، وكان التزامًا.
told_value = انتقل { $goal } من { $from } إلى { $to }.
told_value_now = لـ{ $goal } قيمة أولى: { $to }.
told_value_before = لم تعد لـ{ $goal } قيمة؛ وكانت { $from }.
told_status = حالة { $goal } الآن: { $to }؛ وكانت: { $from }.
told_moved_and_fares = انتقل { $goal } من { $from } إلى { $to }، وحالته الآن: { $health }؛ وكانت: { $was }.
told_first = { $goal }: أول قيمة مُبلغ عنها { $to }، وحالته: { $health }.
told_moved_still = انتقل { $goal } من { $from } إلى { $to }، وحالته ما زالت: { $health }.
told_moved_only = انتقل { $goal } من { $from } إلى { $to }.
told_fares = حالة { $goal } الآن: { $health }؛ وكانت: { $was }. وما زال عند { $to }.
told_fares_only = حالة { $goal } الآن: { $health }؛ وكانت: { $was }.
told_metric = رقم ينبغي أن يتحرك
told_keep = رقم يُحافظ عليه
told_milestones = مراحل
told_zones = مستويات موصوفة
told_done = منجز أو غير منجز
told_partly = تحقق جزئيًا
told_given_up = ملغى
told_no_target = بلا نطاق سليم
told_no_data = بلا قيمة
told_the_mission = الرسالة
told_off_track = خارج المسار
told_outdated = متقادم
told_at_risk = معرض للخطر
told_on_track = على المسار
told_pending = لم يحن موعده
told_closed_word = مغلق

## Goals in prose
reading_time =
    { $minutes ->
        [zero] قراءة سريعة
        [one] دقيقة قراءة
        [two] دقيقتا قراءة
        [few] { $minutes } دقائق قراءة
        [many] { $minutes } دقيقة قراءة
       *[other] { $minutes } دقيقة قراءة
    }
last_changed = آخر تعديل { $date }
live_none = لا شيء لعرضه حاليًا.
live_map = الخريطة { $number }: { $title }
live_table = الجدول { $number }: { $columns }
column_progress = التقدم
column_expected = المتوقع
column_gap = الفجوة
column_health = السلامة
column_coverage = المحدّث
reported_of = { $reported } من { $total }

## Prose
note_back = العودة إلى نص الحاشية { $number }
table_name = الجدول { $number }
heading_link = رابط إلى «{ $heading }»
alert_note = ملاحظة
alert_tip = نصيحة
alert_important = مهم
alert_warning = تحذير
alert_caution = تنبيه
task_done = منجز
task_open = لم يُنجز

## المكتب
desk = المكتب
desk_text = لمن يرعون الأهداف: من هو جاهز، وما المستحق، وما الذي وُجد. هذه الصفحة في الطبعة الداخلية فقط.
readiness = الجاهزية
ready_key_results = لها نتائج رئيسية
ready_baseline = لها قيمة بداية
ready_owner = لها مسؤول
ready_aligned = مرتبطة بالرسالة
n_drafts =
    { $count ->
        [zero] لا مسودات
        [one] مسودة واحدة
        [two] مسودتان
        [few] { $count } مسودات
        [many] { $count } مسودة
       *[other] { $count } مسودة
    }
overdue = متأخر
due_now = مستحق
asked_for = ما هو مستحق
nothing_due = لا شيء مستحق.
due_check_in = متابعة مستحقة في { $date }
due_value = قيمة مستحقة في { $date }
due_review = انتهت دورته؛ مراجعة مستحقة في { $date }
due_goals = أهداف مستحقة في { $date }
due_confirmation = تغيّر «{ $goal }»؛ هل ما زال هذا يخدمه؟
nudge = نص للإرسال
nudge_opens = مرحبًا { $team }، هل يمكن أن نطلب منكم هذا؟
nudge_opens_all = مرحبًا بالجميع، هل يمكن أن نطلب منكم هذا؟
copy = نسخ
copied = تم النسخ
findings = الملاحظات
findings_text = ما يجده okrbook check في المصادر، بحسب القاعدة، مع موضع كل ملاحظة.
no_findings = لم يُعثر على شيء.

## الشارة
badge = شارة
badge_text = هذا السطر من Markdown يُظهر في أي مكان آخر حال الهدف.
badge_see = عرض الشارة
