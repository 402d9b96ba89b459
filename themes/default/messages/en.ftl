# The words of the site. Other languages stand beside this file; a handbook's own theme may replace single messages,
# or add a language, in `themes/NAME/messages/LANG.ftl`. Names and variables are those of this file.

## Frame
skip = Skip to the content
menu = Main
home = Home
tree = Tree
strategy = Strategy
mission = Mission
pillars = Pillars
pillar = Pillar
cycles = Cycles
cycle = Cycle
objectives = Objectives
objective = Objective
teams = Teams
team = Team
people = People
person = Person
kpis = KPIs
kpi = KPI
method = Method
rules = Rules
rule = Rule
handbook = Handbook
search = Search
search_key = Press / to search
search_none = Nothing found
search_found = Results: {"{n}"}
all_cycles = All cycles
switch_cycle = Cycle
line_of_sight = Line of sight
on_this_page = On this page
as_of = As of { $date }
public_edition = Public edition
internal_edition = Internal edition
how_we_measure = How we measure
data = Data
made_with = Made with okrbook
scheme_switch = Switch between light and dark
edit_this_page = Edit this page
previous = Previous
next = Next
turn = Before and after
moved_title = This page has moved
moved_to = It now stands at
not_found_title = There is no such page
not_found_text = The address may be mistyped, or the page may have been removed. These pages lead everywhere else:

## How things are joined
comma = {", "}
clause = {"; "}
stop = .
range = { $start } – { $end }
from_to = { $start } → { $target }
only_to = → { $target }

## Facts
expected = expected { $percent }
score = Score
score_of = score { $score }
outcome = Outcome
coverage = { $reported } of { $total } reported
coverage_outdated = { $reported } of { $total } reported, { $outdated } outdated
no_data = no data
day_of = day { $day } of { $days }
not_begun =
    { $days ->
        [1] begins tomorrow
        [one] begins in { $days } day
       *[other] begins in { $days } days
    }
ended = over
masked = numbers withheld
internal = internal
sight_broken = does not lead to the mission
sight_stale = something on the way is outdated
weight = weight { $weight }
owner = Owner
owners = Owners
lead = Lead
ambassador = Ambassador
members = Members
contributors = With
horizon = Horizon
tags = Tags
links = Links
backlog = Backlog
backlog_text = Drafts without a cycle: what may come next.
drafts = Drafts
drafts_text = Not decided yet; they count in no average.
none_yet = None yet.
n_objectives =
    { $count ->
        [one] { $count } objective
       *[other] { $count } objectives
    }
all_n_objectives =
    { $count ->
        [one] The one objective
       *[other] All { $count } objectives
    }
earlier_n = Earlier: { $count }

## Words for what a goal says of itself
state_draft = draft
state_active = active
state_closed = closed
state_cancelled = cancelled
outcome_achieved = achieved
outcome_partly = partly
outcome_missed = missed
outcome_postponed = postponed
outcome_cancelled = cancelled
decision_keep = keep
decision_modify = modify
decision_abandon = abandon
ambition_committed = committed
ambition_aspirational = aspirational
origin_top_down = top-down
origin_bottom_up = bottom-up
initiative_planned = planned
initiative_active = active
initiative_done = done
initiative_dropped = dropped
dependency_requested = requested
dependency_confirmed = confirmed
dependency_declined = declined
kind_metric =
    { $count ->
        [one] { $count } metric
       *[other] { $count } metrics
    }
kind_keep = { $count } to keep
kind_milestones = { $count } with milestones
kind_zones = { $count } with zones
kind_done = { $count } done or not
zone_fail = fail
zone_commit = commit
zone_target = target
zone_stretch = stretch
health_on_track = on track
health_at_risk = at risk
health_off_track = off track
health_outdated = outdated
health_pending = pending
health_closed = closed
kpi_healthy = healthy
kpi_unhealthy = unhealthy
kpi_outdated = outdated
kpi_no_target = no target
kpi_no_data = no data
every_week = weekly
every_fortnight = fortnightly
every_month = monthly
every_quarter = quarterly
every_year = yearly
every_days =
    { $days ->
        [one] every day
       *[other] every { $days } days
    }

## Home
lately = Lately
needs_help = What needs help
nothing_needs_help = No running objective is off track, at risk or outdated.
windscreen_text = Where we want to go
mirror_text = How healthy we are
see_the_tree = The whole tree

## Tree
tree_text = From the mission to every key result. Branches open and close.
unaligned = Not aligned
unaligned_text = Goals that align to nothing yet.
opens = Below: { $title }
tree_without_key_results = This handbook holds many goals: their key results stand on the page of each objective.
tree_cut = Goals of earlier cycles, and branches that go deep, stand on the pages of the goals above them.
below_n =
    { $count ->
        [one] { $count } goal below
       *[other] { $count } goals below
    }
filter = Filter the tree
filter_text = Words
filter_reset = Show all
filter_none = No goal fits.
filter_found =
    { $total ->
        [one] {"{n}"} of { $total } goal
       *[other] {"{n}"} of { $total } goals
    }
all_teams = All teams
all_health = Any health
open_all = Open all
close_all = Close all

## Map
map = Map
see_the_map = As a map
map_text = From the mission to the goals that serve it, and how each fares.
map_shows = Drawn are the objectives of { $cycles } and what they lead to.
map_shows_all = All objectives of all cycles are drawn.
map_as_tree = The same as a tree
map_now = Running now
map_everything = Everything
map_of = Map: { $title }
map_of_cycle = The map of this cycle
map_line_place = place in the tree
map_line_also = also contributes to
map_line_suspect = to be confirmed: the goal above has changed
map_suspect = alignment to be confirmed
map_other_lines = Links that the tree does not show
map_leads_to = leads to
map_left_out = { $drawn } of { $all } objectives are drawn, the upper ones first. Those below them stand in the tree and on the pages of the goals that they serve.
map_more_below =
    { $count ->
        [one] { $count } more below
       *[other] { $count } more below
    }
map_lines_left_out =
    { $count ->
        [one] { $count } further line is not drawn.
       *[other] { $count } further lines are not drawn.
    }
map_zoom_in = Zoom in
map_zoom_out = Zoom out
map_zoom_fit = Fit

## Strategy
not_doing = What we leave undone
by_cycle = Cycle by cycle
watched_kpis = KPIs it watches
direct_objectives = Objectives

## Cycle
scorecard = Scorecard
runs = Runs
set_by = Set by
check_in_every = Check-ins
inside = Inside it
retrospective = What we learned
without_team = Without a team
measures = How it is measured
mean_progress = Mean progress
mean_score = Mean score
readiness_text = Teams with objectives in this cycle: { $ready } of { $total }.
heat_map = Teams and their objectives
heat_map_text = How each objective fares, team by team: a word and a shape say it, the colour repeats it.
burn_up = Expected and reached
burn_up_at = { $progress } reached on { $date }, { $expected } expected.
bowler = Plan and actual, month by month
bowler_text = What each metric should show at the end of a month, and what was last reported in it.
actual = Actual
left_out = Left out here: { $count }.
spread = Spread of scores
spread_text =
    { $count ->
        [one] { $count } closed objective scored { $mean }.
       *[other] { $count } closed objectives scored from { $low } to { $high }, { $mean } in the mean.
    }
mean_at = mean { $score }
list_is_cut = Shown here: { $shown } of { $total } objectives. Each team’s page has all of its own.
readiness_waits = Before the cycle begins: what each team has decided, and what is still missing.
ready = ready
decided = Decided
without_key_results = Without key results
without_baseline = Without a baseline

## Presentation
presentation = Presentation
as_presentation = As a presentation, one objective a screen
place_of = { $place } of { $total }
needs_decision = What needs a decision
nothing_to_decide = Nothing needs a decision here.
review_is_missing = The cycle is over: how did it end, what was learned, what follows?
last_reported = last reported on { $date }
needed_from = Needed from { $party }
by_day = by { $date }
whats_next = What comes next
ends_on = { $cycle } ends
begins_on = { $cycle } begins
proposed_for = Proposed for { $cycle }
is_set_by = { $cycle } is set by

## Snapshots
snapshots = Snapshots
snapshots_text = Cycles as they were published, frozen for good: each page shows what was known then.
all_snapshots = All snapshots
as_published = As published
published_in = published in { $snapshot }
frozen_text = This page shows { $cycle } as it stood on { $date }.
frozen_cut = Part of what was published then is no longer public: it is left out here, and out of all sums.
frozen_scorecard = Its scorecard
frozen_today = As it is today
frozen_by = Frozen by { $generator }
frozen_proof = Every byte behind this page is covered by this BLAKE3 digest. In the handbook’s repository, this proves that nothing has changed since:
digest = Digest

## Objective
key_results = Key results
also_contributes = Also contributes to
contributing = Contributing from below
contributing_mean = Together they stand at { $percent }; this is no part of the progress above.
initiatives = Initiatives
initiatives_text = The work we bet on; it never counts as progress.
initiative = Initiative
moves = Moves
dependencies = Depends on
dependency = On
needed_by = Needed by
state = State
due = Due
needed_by_others = Needed by others
changes = Changes
date = Date
what = What changed
reason = Reason
review = Review
closed_on = Closed on
decision = What follows
earlier_self = Carried over from
later_self = Carried on as
origin = Origin
ambition = Ambition
source = Source
moves_kpi = moves { $kpi }
contributes_to = contributes to { $goal }
since_last = { $change } since { $date }

## Team and person
earlier = Earlier
contributes = Contributes to
inside_team = Teams inside it
needs_from_us = What others need from this team
leads = Leads
answers_for = Answers for
watches = Watches
works_in = Works in
role = Role

## KPI
healthy_band = Healthy
at_least = at least { $number }
at_most = at most { $number }
between = { $least } to { $most }
measured = Measured
values = Notes on values
moved_by = Meant to move it
watched_by = Watched by
kpis_text = Standing measures of health: how the organisation is, beside where it wants to go.

## Method
method_text = The rules that this site applies, as they are in force. They come from the handbook's settings.
three_numbers = Three numbers, never mixed
three_numbers_progress = Progress says where the measure is: the way from its start to its target.
three_numbers_confidence = Confidence says what its owner believes, from 0 to 1.
three_numbers_score = The score is the judgement at the end, from 0 to 1.
pace = Pace
pace_text = A goal should stand where its share of the cycle has passed, times its par. The gap to that decides:
gap_at_most = gap of at most { $percent }
gap_beyond = beyond that
par = Par
outcome_text = A closed goal's score becomes an outcome; below these bands it was missed.
achieved = Achieved from
partly = Partly from
all_rules = All rules
cadence = Cadence
cadence_text =
    A key result whose last check-in is older than its cadence and three days is outdated.
    Silence is never green.
cadence_default = Where a cycle says nothing, check-ins are due
rules_text = What the handbook is checked for, and how loudly each rule speaks.
level = Level
code = Rule
meaning = Meaning
error = error
lint_levels = An error stops the build; so does a rule at deny. A rule at warn is shown; at allow it is silent.

## Charts: labels, tables and the log of check-ins
as_of_day = as of { $day }
in_unit = { $title }, in { $unit }
chart_numbers = The numbers behind the chart
value = Value
plan = Plan
confidence = Confidence
status = Status
start = Start
target = Target
commit = Commit
stretch = Stretch
forecast = Forecast
forecast_band = { $value } ({ $low } to { $high })
bounds = Bounds
zone = Zone
yes = yes
no = no
inside_head = Inside
inside_bounds = inside
outside_bounds = outside
next_action = Next: { $action }
earlier_check_ins =
    { $count ->
        [one] { $count } earlier check-in
       *[other] { $count } earlier check-ins
    }
below_baseline = below baseline
beyond_target = beyond target
heading_for = heading for { $percent }
legend_measured = measured
legend_planned = planned
legend_forecast = if it goes on like this
legend_confidence = confidence, darker is surer

## Charts: what they show, in a sentence
metric_rises = From { $start } to { $value } of { $target }
metric_falls = From { $start } to { $value }, aiming for { $target }
metric_no_value = No value yet; from { $start } to { $target }
metric_no_start = No baseline yet; now { $value }, aiming for { $target }
metric_nothing = No baseline and no value yet; aiming for { $target }
metric_below = below its baseline
metric_beyond = beyond its target
metric_lands = on this line it lands near { $value }
metric_way = { $percent } of the way
numbers_not_public = the numbers themselves are not public
no_baseline_yet = No baseline yet
no_value_yet = No value yet
keep_inside =
    { $count ->
        [one] Inside its bounds in { $inside } of { $count } check-in
       *[other] Inside its bounds in { $inside } of { $count } check-ins
    }
keep_last = last { $value }
keep_should = should be { $bounds }
keep_will = No value yet; it should stay { $bounds }
between_and = between { $least } and { $most }
kpi_one = { $value } on { $date }
kpi_way = From { $start } on { $began } to { $value } on { $date }
healthy_when = healthy when { $bounds }
zone_none = No zone reached yet.
zone_in = In the zone “{ $zone }”.
zone_no_check_in = No check-in yet.
zone_reached = { $zone }, reached
milestones_done =
    { $count ->
        [one] { $done } of { $count } milestone done
       *[other] { $done } of { $count } milestones done
    }
milestones_late = { $count } overdue
done_on = Done on { $date }.
not_done = Not done yet.
step_done = done { $date }
step_done_due = done { $date }, due { $due }
step_late = overdue since { $date }
step_due = due { $date }
step_open = not done yet

## History
history = History
history_of = History: { $month }
history_text = What happened, newest first: check-ins, changes, reviews, and what was frozen.
newer = Newer
older = Older
all_months = All months
part_of = { $what }, part { $part } of { $parts }
event_begun = { $what } begins.
event_ended = { $what } ends.
event_reviewed = { $what } was closed:
event_changed = { $what } was changed:
event_frozen = { $what } was frozen.
event_done = done

## A comparison of two moments
told_headline = What changed from { $from } to { $to }
told_n_more = And { $count } more.
told_goal = Goal
told_before = Before
told_now = Now
told_between = From { $from } ({ $from_day }) to { $to } ({ $to_day }).
told_nothing = Nothing changed.
told_n_moved =
    { $count ->
        [one] { $count } target or weight moved
       *[other] { $count } targets or weights moved
    }
told_n_unexplained =
    { $count ->
        [one] { $count } without a reason
       *[other] { $count } without a reason
    }
told_n_new =
    { $count ->
        [one] { $count } goal is new
       *[other] { $count } goals are new
    }
told_n_gone =
    { $count ->
        [one] { $count } is gone
       *[other] { $count } are gone
    }
told_n_closed =
    { $count ->
        [one] { $count } was closed
       *[other] { $count } were closed
    }
told_n_of = { $title }: { $count }
told_record_rewritten = Records that were rewritten
told_moved = Targets and weights that moved
told_gone = Goals that are gone
told_new = New goals
told_published = Newly published goals
told_carried = Carried over
told_decided = Decided, closed, given up
told_given_up_goals = Given up
told_decided_anew = Decided, reopened or judged anew
told_reworded = Worded anew
told_around = In other hands or another place
told_kpis = KPIs
told_standings = Where goals stand
told_none = none
told_reason = Reason given on { $date }: { $reason }
told_no_reason = No reason given.
told_is_new = { $goal } is new.
told_is_published = { $goal } is newly published.
told_was_proposed = { $goal } was proposed as a draft.
told_was_carried = { $goal } was carried over under the same title.
told_was_carried_from = { $goal } was carried over from { $from }.
told_is_gone = { $goal } is gone.
told_became_part = { $goal } became part of { $to }.
told_was_decided = { $goal } was decided; before, it was a draft.
told_was_closed_with = { $goal } was closed with a score of { $to }: { $detail }.
told_was_closed_as = { $goal } was closed: { $detail }.
told_was_closed = { $goal } was closed.
told_was_given_up = { $goal } was given up.
told_was_reopened = { $goal } was taken up again.
told_was_withdrawn = { $goal } is a draft again.
told_score = The score of { $goal } was changed from { $from } to { $to }.
told_score_now = { $goal } has a score now: { $to }.
told_score_before = { $goal } has no score now; before, it had { $from }.
told_outcome = The outcome of { $goal } was changed from { $from } to { $to }.
told_outcome_now = { $goal } has an outcome now: { $to }.
told_outcome_before = { $goal } has no outcome now; before, it was { $from }.
told_record = The record of { $goal } was rewritten: for { $detail } it said { $from }, and says { $to } now.
told_record_now = The record of { $goal } was rewritten: for { $detail } it gave no value, and says { $to } now.
told_record_before = The record of { $goal } was rewritten: for { $detail } it said { $from }, which is gone.
told_record_gone = The record of { $goal } was rewritten: the check-in of { $detail } is gone.
told_measure = { $goal } is measured in another way: { $to } instead of { $from }.
told_start = The starting point of { $goal } moved from { $from } to { $to }.
told_start_now = The starting point of { $goal } is known now: { $to }.
told_start_before = The starting point of { $goal } is unknown now; before, it was { $from }.
told_target = The target of { $goal } moved from { $from } to { $to }{ $ease }.
told_commit = What { $goal } promises moved from { $from } to { $to }.
told_commit_now = { $goal } now promises { $to }.
told_commit_before = { $goal } no longer promises { $from }.
told_stretch = What { $goal } hopes for at best moved from { $from } to { $to }.
told_stretch_now = { $goal } now hopes for { $to } at best.
told_stretch_before = { $goal } no longer hopes for { $from } at best.
told_bounds = The range for { $goal } moved from { $from } to { $to }.
told_bounds_now = { $goal } has a range now: { $to }.
told_bounds_before = { $goal } has no range now; before, it was { $from }.
told_healthy = The healthy range of { $goal } moved from { $from } to { $to }.
told_healthy_now = { $goal } has a healthy range now: { $to }.
told_healthy_before = { $goal } has no healthy range now; before, it was { $from }.
told_unit = { $goal } is now counted in { $to }; before, in { $from }.
told_unit_now = { $goal } is now counted in { $to }; before, nothing said what its numbers count.
told_unit_before = { $goal } no longer says what its numbers count; before, { $from }.
told_plan = The planned way of { $goal } was changed.
told_zone = What counts as { $detail } for { $goal } was worded anew: { $to }; before, { $from }.
told_step_added = { $goal } has a new step: { $detail }.
told_step_dropped = { $goal } lost the step { $detail }.
told_step_due = The step { $detail } of { $goal } is now due on { $to }; before, on { $from }.
told_step_due_now = The step { $detail } of { $goal } is now due on { $to }; before, on no day.
told_step_due_before = The step { $detail } of { $goal } is due on no day now; before, on { $from }.
told_step_weight = The weight of the step { $detail } of { $goal } moved from { $from } to { $to }{ $ease }.
told_weight = The weight of { $goal } moved from { $from } to { $to }{ $ease }.
told_easier = {", "}which is easier to reach
told_harder = {", "}which is harder to reach
told_counts_more = {", "}so that it counts more
told_counts_less = {", "}so that it counts less
told_mission_title = The mission now reads { $goal }; before, { $from }.
told_title = { $goal } was called { $from } before.
told_why = Why { $goal } matters was worded anew.
told_why_now = { $goal } now says why it matters.
told_why_before = { $goal } no longer says why it matters.
told_vision = The vision behind { $goal } was worded anew.
told_vision_now = { $goal } now has a vision behind it.
told_vision_before = { $goal } no longer has a vision behind it.
told_owner = { $goal } is now in the hands of { $to }; before, of { $from }.
told_owner_now = { $goal } is now in the hands of { $to }.
told_owner_before = { $goal } is in nobody's hands now; before, in those of { $from }.
told_team = { $goal } now belongs to { $to }; before, to { $from }.
told_team_now = { $goal } now belongs to { $to }.
told_team_before = { $goal } belongs to no team now; before, to { $from }.
told_alignment = { $goal } now serves { $to }; before, { $from }.
told_alignment_now = { $goal } now serves { $to }; before, it served nothing above it.
told_alignment_before = { $goal } serves nothing above it now; before, { $from }.
told_cycle = { $goal } is now set for { $to }; before, for { $from }.
told_cycle_now = { $goal } is now set for { $to }.
told_cycle_before = { $goal } is set for no cycle now; before, for { $from }.
told_committed = { $goal } is now a commitment; before, it was a stretch.
told_aspirational = { $goal } is now a stretch; before, it was a commitment.
told_value = { $goal } went from { $from } to { $to }.
told_value_now = { $goal } has a first value: { $to }.
told_value_before = { $goal } has no value now; before, { $from }.
told_status = { $goal } is now { $to }; before, { $from }.
told_moved_and_fares = { $goal } went from { $from } to { $to } and is now { $health }; before, { $was }.
told_first = { $goal } was reported for the first time, at { $to }, and is { $health }.
told_moved_still = { $goal } went from { $from } to { $to } and is still { $health }.
told_moved_only = { $goal } went from { $from } to { $to }.
told_fares = { $goal } is now { $health }; before, { $was }. It stands where it stood, at { $to }.
told_fares_only = { $goal } is now { $health }; before, { $was }.
told_metric = a number that should move
told_keep = a number to keep
told_milestones = milestones
told_zones = described levels
told_done = done or not done
told_partly = partly achieved
told_given_up = given up
told_no_target = without a healthy range
told_no_data = without a value
told_the_mission = the mission
told_off_track = off track
told_outdated = outdated
told_at_risk = at risk
told_on_track = on track
told_pending = not due yet
told_closed_word = closed

## Goals in prose
reading_time = { $minutes } min read
last_changed = Last changed { $date }
live_none = Nothing to show at the moment.
live_map = Map { $number }: { $title }
live_table = Table { $number }: { $columns }
column_progress = Progress
column_expected = Expected
column_gap = Gap
column_health = Health
column_coverage = Reported
reported_of = { $reported } of { $total }

## Prose
note_back = Back to the text of note { $number }
table_name = Table { $number }
heading_link = Link to “{ $heading }”
alert_note = Note
alert_tip = Tip
alert_important = Important
alert_warning = Warning
alert_caution = Caution
task_done = done
task_open = open

## Desk
desk = Desk
desk_text = For those who look after the goals: who is ready, what is due, what is found. Only the internal edition has this page.
readiness = Readiness
ready_key_results = With key results
ready_baseline = With a baseline
ready_owner = With an owner
ready_aligned = Aligned to the mission
n_drafts =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
overdue = overdue
due_now = due
asked_for = What is due
nothing_due = Nothing is due.
due_check_in = check-in due on { $date }
due_value = value due on { $date }
due_review = its cycle is over; review due on { $date }
due_goals = objectives due on { $date }
due_confirmation = “{ $goal }” has changed; does this still serve it?
nudge = A text to send
nudge_opens = Hello { $team }, may we ask you for this?
nudge_opens_all = Hello, may we ask you for this?
copy = Copy
copied = Copied
findings = Findings
findings_text = What okrbook check finds in the sources, by rule, each with its place.
no_findings = Nothing is found.

## Badge
badge = Badge
badge_text = This line of Markdown shows in any other place how the objective fares.
badge_see = See the badge
