# Deutsch. Die Namen der Nachrichten und ihre Variablen stehen in en.ftl.

## Frame
skip = Zum Inhalt springen
menu = Hauptnavigation
home = Start
tree = Baum
strategy = Strategie
mission = Mission
pillars = Säulen
pillar = Säule
cycles = Zyklen
cycle = Zyklus
objectives = Objectives
objective = Objective
teams = Teams
team = Team
people = Personen
person = Person
kpis = KPIs
kpi = KPI
method = Methode
rules = Regeln
rule = Regel
handbook = Handbuch
search = Suche
search_key = Mit / zur Suche
search_none = Nichts gefunden
search_found = Ergebnisse: {"{n}"}
all_cycles = Alle Zyklen
switch_cycle = Zyklus
line_of_sight = Sichtlinie zur Mission
on_this_page = Auf dieser Seite
as_of = Stand: { $date }
public_edition = Öffentliche Ausgabe
internal_edition = Interne Ausgabe
how_we_measure = Wie wir messen
data = Daten
made_with = Erstellt mit okrbook
scheme_switch = Zwischen hell und dunkel wechseln
edit_this_page = Diese Seite bearbeiten
previous = Zurück
next = Weiter
turn = Davor und danach
moved_title = Diese Seite ist umgezogen
moved_to = Sie steht jetzt unter
not_found_title = Diese Seite gibt es nicht
not_found_text = Vielleicht enthält die Adresse einen Tippfehler, oder die Seite wurde entfernt. Von diesen Seiten aus ist alles andere zu erreichen:

## How things are joined
comma = {", "}
clause = {"; "}
stop = .
range = { $start } – { $end }
from_to = { $start } → { $target }
only_to = → { $target }

## Facts
expected = erwartet { $percent }
score = Bewertung
score_of = Bewertung { $score }
outcome = Ergebnis
coverage = { $reported } von { $total } gemeldet
coverage_outdated = { $reported } von { $total } gemeldet, { $outdated } veraltet
no_data = keine Daten
day_of = Tag { $day } von { $days }
not_begun =
    { $days ->
        [1] beginnt morgen
        [one] beginnt in { $days } Tag
       *[other] beginnt in { $days } Tagen
    }
ended = vorbei
masked = Zahlen nicht öffentlich
internal = intern
sight_broken = führt nicht bis zur Mission
sight_stale = etwas auf dem Weg ist veraltet
weight = Gewicht { $weight }
owner = Verantwortlich
owners = Verantwortlich
lead = Leitung
ambassador = OKR-Ansprechperson
members = Mitglieder
contributors = Zusammen mit
horizon = Horizont
tags = Schlagwörter
links = Links
backlog = Backlog
backlog_text = Entwürfe ohne Zyklus: was als Nächstes kommen könnte.
drafts = Entwürfe
drafts_text = Noch nicht beschlossen; sie zählen in keinem Durchschnitt mit.
none_yet = Noch keine.
n_objectives =
    { $count ->
        [one] { $count } Objective
       *[other] { $count } Objectives
    }
all_n_objectives =
    { $count ->
        [one] Das eine Objective
       *[other] Alle { $count } Objectives
    }
earlier_n = Frühere: { $count }

## Words for what a goal says of itself
state_draft = Entwurf
state_active = aktiv
state_closed = abgeschlossen
state_cancelled = aufgegeben
outcome_achieved = erreicht
outcome_partly = teilweise erreicht
outcome_missed = verfehlt
outcome_postponed = verschoben
outcome_cancelled = aufgegeben
decision_keep = beibehalten
decision_modify = anpassen
decision_abandon = aufgeben
ambition_committed = verbindlich (committed)
ambition_aspirational = ambitioniert (aspirational)
origin_top_down = von oben (top-down)
origin_bottom_up = von unten (bottom-up)
initiative_planned = geplant
initiative_active = läuft
initiative_done = erledigt
initiative_dropped = verworfen
dependency_requested = angefragt
dependency_confirmed = bestätigt
dependency_declined = abgelehnt
kind_metric =
    { $count ->
        [one] { $count } Messgröße
       *[other] { $count } Messgrößen
    }
kind_keep = { $count } zu halten
kind_milestones = { $count } mit Meilensteinen
kind_zones = { $count } mit Stufen
kind_done = { $count } erledigt oder nicht
zone_fail = verfehlt
zone_commit = zugesagt
zone_target = Ziel
zone_stretch = Höchstziel
health_on_track = im Plan
health_at_risk = gefährdet
health_off_track = nicht im Plan
health_outdated = veraltet
health_pending = steht noch aus
health_closed = abgeschlossen
kpi_healthy = gesund
kpi_unhealthy = nicht gesund
kpi_outdated = veraltet
kpi_no_target = ohne Zielbereich
kpi_no_data = keine Daten
every_week = wöchentlich
every_fortnight = alle zwei Wochen
every_month = monatlich
every_quarter = vierteljährlich
every_year = jährlich
every_days =
    { $days ->
        [one] täglich
       *[other] alle { $days } Tage
    }

## Home
lately = Neuigkeiten
needs_help = Was Hilfe braucht
nothing_needs_help = Kein laufendes Objective ist gefährdet, veraltet oder nicht im Plan.
windscreen_text = Wohin wir wollen
mirror_text = Wie gesund wir sind
see_the_tree = Der ganze Baum

## Tree
tree_text = Von der Mission bis zu jedem Key Result. Zweige lassen sich auf- und zuklappen.
unaligned = Ohne Ausrichtung
unaligned_text = Ziele, die noch auf nichts einzahlen.
opens = Unter: { $title }
tree_without_key_results = Dieses Handbuch enthält viele Ziele: Ihre Key Results stehen auf der Seite des jeweiligen Objectives.
tree_cut = Ziele früherer Zyklen und tief verzweigte Äste stehen auf den Seiten der Ziele darüber.
below_n =
    { $count ->
        [one] { $count } Ziel darunter
       *[other] { $count } Ziele darunter
    }
filter = Baum filtern
filter_text = Wörter
filter_reset = Alle zeigen
filter_none = Kein Ziel passt.
filter_found =
    { $total ->
        [one] {"{n}"} von { $total } Ziel
       *[other] {"{n}"} von { $total } Zielen
    }
all_teams = Alle Teams
all_health = Jeder Stand
open_all = Alle öffnen
close_all = Alle schließen

## Map
map = Landkarte
see_the_map = Als Landkarte
map_text = Von der Mission zu den Zielen, die ihr dienen, und wie es um jedes steht.
map_shows = Gezeichnet sind die Objectives von { $cycles } und worauf sie einzahlen.
map_shows_all = Gezeichnet sind alle Objectives aller Zyklen.
map_as_tree = Dasselbe als Baum
map_now = Laufend
map_everything = Alles
map_of = Landkarte: { $title }
map_of_cycle = Die Landkarte dieses Zyklus
map_line_place = Platz im Baum
map_line_also = zahlt auch ein auf
map_line_suspect = zu bestätigen: Das obere Ziel hat sich geändert
map_suspect = Ausrichtung zu bestätigen
map_other_lines = Verbindungen, die der Baum nicht zeigt
map_leads_to = zahlt ein auf
map_left_out = Gezeichnet sind { $drawn } von { $all } Objectives, die oberen zuerst. Die darunter stehen im Baum und auf den Seiten der Ziele, denen sie dienen.
map_more_below =
    { $count ->
        [one] { $count } weiteres darunter
       *[other] { $count } weitere darunter
    }
map_lines_left_out =
    { $count ->
        [one] { $count } weitere Linie ist nicht gezeichnet.
       *[other] { $count } weitere Linien sind nicht gezeichnet.
    }
map_zoom_in = Vergrößern
map_zoom_out = Verkleinern
map_zoom_fit = Einpassen

## Strategy
not_doing = Was wir bewusst nicht tun
by_cycle = Zyklus für Zyklus
watched_kpis = Beobachtete KPIs
direct_objectives = Objectives

## Cycle
scorecard = Auf einen Blick
runs = Laufzeit
set_by = Festgelegt bis
check_in_every = Check-ins
inside = Darin enthalten
retrospective = Was wir gelernt haben
without_team = Ohne Team
measures = Wie gemessen wird
mean_progress = Mittlerer Fortschritt
mean_score = Mittlere Bewertung
readiness_text = Teams mit Objectives in diesem Zyklus: { $ready } von { $total }.
heat_map = Teams und ihre Objectives
heat_map_text = Wie es um jedes Objective steht, Team für Team: Wort und Form sagen es, die Farbe wiederholt es.
burn_up = Erwartet und erreicht
burn_up_at = { $progress } erreicht am { $date }, { $expected } erwartet.
bowler = Plan und Ist, Monat für Monat
bowler_text = Was jede Kennzahl am Ende eines Monats zeigen soll, und was darin zuletzt gemeldet wurde.
actual = Ist
left_out = Hier weggelassen: { $count }.
spread = Verteilung der Bewertungen
spread_text =
    { $count ->
        [one] { $count } abgeschlossenes Objective erreichte { $mean }.
       *[other] { $count } abgeschlossene Objectives erreichten { $low } bis { $high }, im Mittel { $mean }.
    }
mean_at = Mittel { $score }
list_is_cut = Hier stehen { $shown } von { $total } Objectives. Auf der Seite jedes Teams stehen alle seine.
readiness_waits = Vor dem Beginn: was jedes Team beschlossen hat und was noch fehlt.
ready = bereit
decided = Beschlossen
without_key_results = Ohne Key Results
without_baseline = Ohne Ausgangswert

## Präsentation
presentation = Präsentation
as_presentation = Als Präsentation, ein Objective je Bild
place_of = { $place } von { $total }
needs_decision = Was zu entscheiden ist
nothing_to_decide = Hier ist nichts zu entscheiden.
review_is_missing = Der Zyklus ist vorbei: Wie ging es aus, was wurde gelernt, was folgt?
last_reported = zuletzt berichtet am { $date }
needed_from = Gebraucht von { $party }
by_day = bis { $date }
whats_next = Wie es weitergeht
ends_on = Ende von { $cycle }
begins_on = Beginn von { $cycle }
proposed_for = Vorgeschlagen für { $cycle }
is_set_by = { $cycle } steht fest bis

## Snapshots
snapshots = Schnappschüsse
snapshots_text = Zyklen, wie sie veröffentlicht wurden, für immer eingefroren: Jede Seite zeigt, was damals bekannt war.
all_snapshots = Alle Schnappschüsse
as_published = Wie veröffentlicht
published_in = veröffentlicht in { $snapshot }
frozen_text = Diese Seite zeigt { $cycle }, Stand { $date }.
frozen_cut = Ein Teil des damals Veröffentlichten ist nicht mehr öffentlich: Er fehlt hier und in allen Summen.
frozen_scorecard = Auf einen Blick
frozen_today = Wie es heute steht
frozen_by = Eingefroren mit { $generator }
frozen_proof = Dieser BLAKE3-Fingerabdruck deckt jedes Byte hinter dieser Seite ab. Im Repository des Handbuchs beweist dies, dass sich seither nichts geändert hat:
digest = Fingerabdruck

## Objective
key_results = Key Results
also_contributes = Zahlt auch ein auf
contributing = Beiträge von unten
contributing_mean = Zusammen stehen sie bei { $percent }; das ist kein Teil des Fortschritts oben.
initiatives = Initiativen
initiatives_text = Die Arbeit, auf die wir setzen; sie zählt nie als Fortschritt.
initiative = Initiative
moves = Bewegt
dependencies = Hängt ab von
dependency = Von
needed_by = Gebraucht bis
state = Zustand
due = Fällig
needed_by_others = Wird gebraucht von
changes = Änderungen
date = Datum
what = Was sich geändert hat
reason = Grund
review = Rückblick
closed_on = Abgeschlossen am
decision = Wie es weitergeht
earlier_self = Übernommen aus
later_self = Fortgeführt als
origin = Herkunft
ambition = Anspruch
source = Quelle
moves_kpi = bewegt { $kpi }
contributes_to = zahlt ein auf { $goal }
since_last = { $change } seit { $date }

## Team and person
earlier = Früher
contributes = Trägt bei zu
inside_team = Zugehörige Teams
needs_from_us = Was andere von diesem Team brauchen
leads = Leitet
answers_for = Steht ein für
watches = Beobachtet
works_in = Arbeitet in
role = Rolle

## KPI
healthy_band = Gesund
at_least = mindestens { $number }
at_most = höchstens { $number }
between = { $least } bis { $most }
measured = Gemessen
values = Anmerkungen zu Werten
moved_by = Soll bewegt werden von
watched_by = Beobachtet von
kpis_text = Dauerhafte Messgrößen der Gesundheit: wie es der Organisation geht, neben dem, wohin sie will.

## Method
method_text = Die Regeln, die auf dieser Website gelten. Sie stammen aus den Einstellungen des Handbuchs.
three_numbers = Drei Zahlen, nie vermischt
three_numbers_progress = Der Fortschritt sagt, wo die Messgröße steht: auf dem Weg vom Start zum Ziel.
three_numbers_confidence = Die Zuversicht sagt, was die verantwortliche Person glaubt, von 0 bis 1.
three_numbers_score = Die Bewertung ist das Urteil am Ende, von 0 bis 1.
pace = Tempo
pace_text = Ein Ziel sollte dort stehen, wo es dem vergangenen Teil des Zyklus, mal seinem Par, entspricht. Der Rückstand dazu entscheidet:
gap_at_most = Rückstand von höchstens { $percent }
gap_beyond = darüber
par = Par
outcome_text = Aus der Bewertung eines abgeschlossenen Ziels wird ein Ergebnis; unterhalb dieser Grenzen wurde es verfehlt.
achieved = Erreicht ab
partly = Teilweise erreicht ab
all_rules = Alle Regeln
cadence = Rhythmus
cadence_text =
    Ein Key Result, dessen letzter Check-in länger zurückliegt als sein Rhythmus und drei Tage, ist veraltet.
    Schweigen ist nie grün.
cadence_default = Wo ein Zyklus nichts sagt, sind Check-ins fällig
rules_text = Worauf das Handbuch geprüft wird und wie laut jede Regel spricht.
level = Stufe
code = Regel
meaning = Bedeutung
error = Fehler
lint_levels = Ein Fehler hält den Bau der Website an, ebenso eine Regel auf deny. Eine Regel auf warn wird gezeigt, auf allow schweigt sie.

## Charts: labels, tables and the log of check-ins
as_of_day = Stand { $day }
in_unit = { $title }, in { $unit }
chart_numbers = Die Zahlen hinter dem Diagramm
value = Wert
plan = Plan
confidence = Zuversicht
status = Status
start = Start
target = Ziel
commit = Zugesagt
stretch = Höchstziel
forecast = Prognose
forecast_band = { $value } ({ $low } bis { $high })
bounds = Grenzen
zone = Stufe
yes = ja
no = nein
inside_head = Innerhalb
inside_bounds = innerhalb
outside_bounds = außerhalb
next_action = Als Nächstes: { $action }
earlier_check_ins =
    { $count ->
        [one] { $count } früherer Check-in
       *[other] { $count } frühere Check-ins
    }
below_baseline = unter dem Ausgangswert
beyond_target = über dem Ziel
heading_for = unterwegs zu { $percent }
legend_measured = gemessen
legend_planned = geplant
legend_forecast = wenn es so weitergeht
legend_confidence = Zuversicht, je dunkler, desto größer

## Charts: what they show, in a sentence
metric_rises = Von { $start } auf { $value }, Ziel { $target }
metric_falls = Von { $start } auf { $value }, Ziel { $target }
metric_no_value = Noch kein Wert; von { $start } auf { $target }
metric_no_start = Noch kein Ausgangswert; jetzt { $value }, Ziel { $target }
metric_nothing = Noch kein Ausgangswert und kein Wert; Ziel { $target }
metric_below = unter dem Ausgangswert
metric_beyond = über dem Ziel
metric_lands = auf dieser Linie landet es bei etwa { $value }
metric_way = { $percent } des Weges
numbers_not_public = die Zahlen selbst sind nicht öffentlich
no_baseline_yet = Noch kein Ausgangswert
no_value_yet = Noch kein Wert
keep_inside =
    { $count ->
        [one] Innerhalb der Grenzen in { $inside } von { $count } Check-in
       *[other] Innerhalb der Grenzen in { $inside } von { $count } Check-ins
    }
keep_last = zuletzt { $value }
keep_should = soll: { $bounds }
keep_will = Noch kein Wert; soll: { $bounds }
between_and = zwischen { $least } und { $most }
kpi_one = { $value } am { $date }
kpi_way = Von { $start } am { $began } auf { $value } am { $date }
healthy_when = gesund bei { $bounds }
zone_none = Noch keine Stufe erreicht.
zone_in = Auf der Stufe „{ $zone }“.
zone_no_check_in = Noch kein Check-in.
zone_reached = { $zone }, erreicht
milestones_done =
    { $count ->
        [one] { $done } von { $count } Meilenstein erledigt
       *[other] { $done } von { $count } Meilensteinen erledigt
    }
milestones_late = { $count } überfällig
done_on = Erledigt am { $date }.
not_done = Noch nicht erledigt.
step_done = erledigt am { $date }
step_done_due = erledigt am { $date }, fällig am { $due }
step_late = überfällig seit { $date }
step_due = fällig am { $date }
step_open = noch nicht erledigt

## History
history = Verlauf
history_of = Verlauf: { $month }
history_text = Was geschah, das Neueste zuerst: Check-ins, Änderungen, Rückblicke und was eingefroren wurde.
newer = Neuer
older = Älter
all_months = Alle Monate
part_of = { $what }, Teil { $part } von { $parts }
event_begun = { $what } beginnt.
event_ended = { $what } endet.
event_reviewed = { $what } wurde abgeschlossen:
event_changed = { $what } wurde geändert:
event_frozen = { $what } wurde eingefroren.
event_done = erledigt

## A comparison of two moments
told_headline = Was sich von { $from } bis { $to } geändert hat
told_n_more = Und { $count } weitere.
told_goal = Ziel
told_before = Vorher
told_now = Jetzt
told_between = Von { $from } ({ $from_day }) bis { $to } ({ $to_day }).
told_nothing = Nichts hat sich geändert.
told_n_moved =
    { $count ->
        [one] { $count } Ziel oder Gewicht verschoben
       *[other] { $count } Ziele oder Gewichte verschoben
    }
told_n_unexplained = { $count } ohne Begründung
told_n_new =
    { $count ->
        [one] { $count } Ziel ist neu
       *[other] { $count } Ziele sind neu
    }
told_n_gone =
    { $count ->
        [one] { $count } ist weggefallen
       *[other] { $count } sind weggefallen
    }
told_n_closed =
    { $count ->
        [one] { $count } wurde abgeschlossen
       *[other] { $count } wurden abgeschlossen
    }
told_n_of = { $title }: { $count }
told_record_rewritten = Umgeschriebene Aufzeichnungen
told_moved = Verschobene Ziele und Gewichte
told_gone = Weggefallene Ziele
told_new = Neue Ziele
told_published = Neu veröffentlichte Ziele
told_carried = Übernommen
told_decided = Beschlossen, abgeschlossen, aufgegeben
told_given_up_goals = Aufgegeben
told_decided_anew = Beschlossen, wieder aufgenommen oder neu bewertet
told_reworded = Neu formuliert
told_around = In anderen Händen oder an anderer Stelle
told_kpis = KPIs
told_standings = Wo die Ziele stehen
told_none = nichts
told_reason = Begründung vom { $date }: { $reason }
told_no_reason = Keine Begründung angegeben.
told_is_new = { $goal } ist neu.
told_is_published = { $goal } ist neu veröffentlicht.
told_was_proposed = { $goal } wurde als Entwurf vorgeschlagen.
told_was_carried = { $goal } wurde unter demselben Titel übernommen.
told_was_carried_from = { $goal } wurde übernommen aus { $from }.
told_is_gone = { $goal } ist weggefallen.
told_became_part = { $goal } ging auf in { $to }.
told_was_decided = { $goal } wurde beschlossen; vorher war es ein Entwurf.
told_was_closed_with = { $goal } wurde mit der Bewertung { $to } abgeschlossen: { $detail }.
told_was_closed_as = { $goal } wurde abgeschlossen: { $detail }.
told_was_closed = { $goal } wurde abgeschlossen.
told_was_given_up = { $goal } wurde aufgegeben.
told_was_reopened = { $goal } wurde wieder aufgenommen.
told_was_withdrawn = { $goal } ist wieder ein Entwurf.
told_score = Die Bewertung von { $goal } wurde von { $from } auf { $to } geändert.
told_score_now = { $goal } hat jetzt eine Bewertung: { $to }.
told_score_before = { $goal } hat keine Bewertung mehr; vorher: { $from }.
told_outcome = Das Ergebnis von { $goal } wurde geändert, von { $from } in { $to }.
told_outcome_now = { $goal } hat jetzt ein Ergebnis: { $to }.
told_outcome_before = { $goal } hat kein Ergebnis mehr; vorher: { $from }.
told_record = Die Aufzeichnung zu { $goal } wurde umgeschrieben: Für den { $detail } stand dort { $from }, jetzt { $to }.
told_record_now = Die Aufzeichnung zu { $goal } wurde umgeschrieben: Für den { $detail } stand dort kein Wert, jetzt { $to }.
told_record_before = Die Aufzeichnung zu { $goal } wurde umgeschrieben: Für den { $detail } stand dort { $from }; das fehlt jetzt.
told_record_gone = Die Aufzeichnung zu { $goal } wurde umgeschrieben: Der Check-in vom { $detail } fehlt jetzt.
told_measure = { $goal } wird anders gemessen: { $to } statt { $from }.
told_start = Der Ausgangswert von { $goal } wurde von { $from } auf { $to } verschoben.
told_start_now = Der Ausgangswert von { $goal } ist jetzt bekannt: { $to }.
told_start_before = Der Ausgangswert von { $goal } ist jetzt unbekannt; vorher: { $from }.
told_target = Das Ziel von { $goal } wurde von { $from } auf { $to } verschoben{ $ease }.
told_commit = Was { $goal } zusagt, wurde von { $from } auf { $to } verschoben.
told_commit_now = { $goal } sagt jetzt { $to } zu.
told_commit_before = { $goal } sagt { $from } nicht mehr zu.
told_stretch = Das Höchstziel von { $goal } wurde von { $from } auf { $to } verschoben.
told_stretch_now = { $goal } hat jetzt ein Höchstziel: { $to }.
told_stretch_before = { $goal } hat kein Höchstziel mehr; vorher: { $from }.
told_bounds = Der Bereich für { $goal } wurde verschoben, von { $from } auf { $to }.
told_bounds_now = { $goal } hat jetzt einen Bereich: { $to }.
told_bounds_before = { $goal } hat keinen Bereich mehr; vorher: { $from }.
told_healthy = Der gesunde Bereich von { $goal } wurde verschoben, von { $from } auf { $to }.
told_healthy_now = { $goal } hat jetzt einen gesunden Bereich: { $to }.
told_healthy_before = { $goal } hat keinen gesunden Bereich mehr; vorher: { $from }.
told_unit = { $goal } wird jetzt in { $to } gezählt; vorher in { $from }.
told_unit_now = { $goal } wird jetzt in { $to } gezählt; vorher war nicht gesagt, was die Zahlen zählen.
told_unit_before = Bei { $goal } ist nicht mehr gesagt, was die Zahlen zählen; vorher: { $from }.
told_plan = Der geplante Verlauf von { $goal } wurde geändert.
told_zone = Was bei { $goal } als { $detail } gilt, wurde neu formuliert: { $to }; vorher: { $from }.
told_step_added = { $goal } hat einen neuen Schritt: { $detail }.
told_step_dropped = { $goal } verlor den Schritt { $detail }.
told_step_due = Der Schritt { $detail } von { $goal } ist jetzt am { $to } fällig; vorher am { $from }.
told_step_due_now = Der Schritt { $detail } von { $goal } ist jetzt am { $to } fällig; vorher an keinem Tag.
told_step_due_before = Der Schritt { $detail } von { $goal } ist jetzt an keinem Tag fällig; vorher am { $from }.
told_step_weight = Das Gewicht des Schritts { $detail } von { $goal } wurde von { $from } auf { $to } verschoben{ $ease }.
told_weight = Das Gewicht von { $goal } wurde von { $from } auf { $to } verschoben{ $ease }.
told_easier = {", "}was leichter zu erreichen ist
told_harder = {", "}was schwerer zu erreichen ist
told_counts_more = {", "}sodass es mehr zählt
told_counts_less = {", "}sodass es weniger zählt
told_mission_title = Die Mission lautet jetzt { $goal }; vorher: { $from }.
told_title = { $goal } hieß vorher { $from }.
told_why = Warum { $goal } wichtig ist, wurde neu formuliert.
told_why_now = Bei { $goal } steht jetzt, warum es wichtig ist.
told_why_before = Bei { $goal } steht nicht mehr, warum es wichtig ist.
told_vision = Die Vision hinter { $goal } wurde neu formuliert.
told_vision_now = Hinter { $goal } steht jetzt eine Vision.
told_vision_before = Hinter { $goal } steht keine Vision mehr.
told_owner = { $goal } liegt jetzt in den Händen von { $to }; vorher bei { $from }.
told_owner_now = { $goal } liegt jetzt in den Händen von { $to }.
told_owner_before = { $goal } liegt jetzt in niemandes Händen; vorher bei { $from }.
told_team = { $goal } gehört jetzt zu { $to }; vorher zu { $from }.
told_team_now = { $goal } gehört jetzt zu { $to }.
told_team_before = { $goal } gehört zu keinem Team mehr; vorher zu { $from }.
told_alignment = { $goal } zahlt jetzt ein auf { $to }; vorher auf { $from }.
told_alignment_now = { $goal } zahlt jetzt ein auf { $to }; vorher auf nichts darüber.
told_alignment_before = { $goal } zahlt auf nichts mehr ein, was darüber steht; vorher auf { $from }.
told_cycle = { $goal } ist jetzt für { $to } gesetzt; vorher für { $from }.
told_cycle_now = { $goal } ist jetzt für { $to } gesetzt.
told_cycle_before = { $goal } ist für keinen Zyklus mehr gesetzt; vorher für { $from }.
told_committed = { $goal } ist jetzt eine Zusage; vorher war es ein ambitioniertes Ziel.
told_aspirational = { $goal } ist jetzt ein ambitioniertes Ziel; vorher war es eine Zusage.
told_value = { $goal } ging von { $from } auf { $to }.
told_value_now = { $goal } hat einen ersten Wert: { $to }.
told_value_before = { $goal } hat keinen Wert mehr; vorher: { $from }.
told_status = { $goal } ist jetzt { $to }; vorher: { $from }.
told_moved_and_fares = { $goal } ging von { $from } auf { $to } und ist jetzt { $health }; vorher: { $was }.
told_first = { $goal } wurde erstmals gemeldet, mit { $to }, und ist { $health }.
told_moved_still = { $goal } ging von { $from } auf { $to } und ist weiterhin { $health }.
told_moved_only = { $goal } ging von { $from } auf { $to }.
told_fares = { $goal } ist jetzt { $health }; vorher: { $was }. Der Stand ist unverändert { $to }.
told_fares_only = { $goal } ist jetzt { $health }; vorher: { $was }.
told_metric = eine Messgröße, die sich bewegen soll
told_keep = ein Wert, der zu halten ist
told_milestones = Meilensteine
told_zones = beschriebene Stufen
told_done = erledigt oder nicht
told_partly = teilweise erreicht
told_given_up = aufgegeben
told_no_target = ohne gesunden Bereich
told_no_data = ohne Wert
told_the_mission = die Mission
told_off_track = nicht im Plan
told_outdated = veraltet
told_at_risk = gefährdet
told_on_track = im Plan
told_pending = noch nicht an der Reihe
told_closed_word = abgeschlossen

## Goals in prose
reading_time = { $minutes } Min. Lesezeit
last_changed = Zuletzt geändert am { $date }
live_none = Zurzeit gibt es nichts zu zeigen.
live_map = Landkarte { $number }: { $title }
live_table = Tabelle { $number }: { $columns }
column_progress = Fortschritt
column_expected = Erwartet
column_gap = Rückstand
column_health = Zustand
column_coverage = Gemeldet
reported_of = { $reported } von { $total }

## Prose
note_back = Zurück zum Text von Fußnote { $number }
table_name = Tabelle { $number }
heading_link = Link zu „{ $heading }“
alert_note = Hinweis
alert_tip = Tipp
alert_important = Wichtig
alert_warning = Warnung
alert_caution = Vorsicht
task_done = erledigt
task_open = offen

## Schreibtisch
desk = Schreibtisch
desk_text = Für alle, die sich um die Ziele kümmern: wer bereit ist, was fällig ist, was auffällt. Nur die interne Ausgabe hat diese Seite.
readiness = Bereitschaft
ready_key_results = Mit Key Results
ready_baseline = Mit Ausgangswert
ready_owner = Mit Verantwortlichen
ready_aligned = Bis zur Mission
n_drafts =
    { $count ->
        [one] { $count } Entwurf
       *[other] { $count } Entwürfe
    }
overdue = überfällig
due_now = fällig
asked_for = Was fällig ist
nothing_due = Nichts ist fällig.
due_check_in = Check-in fällig am { $date }
due_value = Wert fällig am { $date }
due_review = der Zyklus ist vorbei; Rückschau fällig am { $date }
due_goals = Objectives fällig am { $date }
due_confirmation = „{ $goal }“ hat sich geändert; zahlt dies noch darauf ein?
nudge = Ein Text zum Verschicken
nudge_opens = Hallo { $team }, dürfen wir euch darum bitten?
nudge_opens_all = Hallo zusammen, dürfen wir euch darum bitten?
copy = Kopieren
copied = Kopiert
findings = Befunde
findings_text = Was okrbook check in den Quellen findet, nach Regeln, jeweils mit der Stelle.
no_findings = Nichts gefunden.

## Plakette
badge = Plakette
badge_text = Diese Zeile Markdown zeigt an jedem anderen Ort, wie es um das Objective steht.
badge_see = Plakette ansehen
