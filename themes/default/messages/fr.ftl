# Français. Les noms des messages et leurs variables sont ceux de en.ftl.

## Frame
skip = Aller au contenu
menu = Navigation principale
home = Accueil
tree = Arborescence
strategy = Stratégie
mission = Mission
pillars = Piliers
pillar = Pilier
cycles = Cycles
cycle = Cycle
objectives = Objectifs
objective = Objectif
teams = Équipes
team = Équipe
people = Personnes
person = Personne
kpis = KPI
kpi = KPI
method = Méthode
rules = Règles
rule = Règle
handbook = Manuel
search = Recherche
search_key = Appuyez sur / pour chercher
search_none = Aucun résultat
search_found = Résultats : {"{n}"}
all_cycles = Tous les cycles
switch_cycle = Cycle
line_of_sight = Lien avec la mission
on_this_page = Sur cette page
as_of = Au { $date }
public_edition = Édition publique
internal_edition = Édition interne
how_we_measure = Comment nous mesurons
data = Données
made_with = Réalisé avec okrbook
scheme_switch = Passer du mode clair au mode sombre
edit_this_page = Modifier cette page
previous = Précédent
next = Suivant
turn = Avant et après
moved_title = Cette page a changé d’adresse
moved_to = Elle se trouve désormais ici :
not_found_title = Cette page n’existe pas
not_found_text = L’adresse est peut-être mal saisie, ou la page a été supprimée. Ces pages mènent à tout le reste :

## How things are joined
comma = {", "}
clause = {" ; "}
stop = .
range = { $start } – { $end }
from_to = { $start } → { $target }
only_to = → { $target }

## Facts
expected = attendu { $percent }
score = Note
score_of = note { $score }
outcome = Résultat
coverage = { $reported } sur { $total } à jour
coverage_outdated =
    { $outdated ->
        [one] { $reported } sur { $total } à jour, { $outdated } périmé
       *[other] { $reported } sur { $total } à jour, { $outdated } périmés
    }
no_data = aucune donnée
day_of = jour { $day } sur { $days }
not_begun =
    { $days ->
        [1] commence demain
        [one] commence dans { $days } jour
        [many] commence dans { $days } de jours
       *[other] commence dans { $days } jours
    }
ended = terminé
masked = chiffres non publiés
internal = interne
sight_broken = ne mène pas à la mission
sight_stale = un élément du parcours est périmé
weight = poids { $weight }
owner = Responsable
owners = Responsables
lead = Direction
ambassador = Référence OKR
members = Membres
contributors = Avec
horizon = Horizon
tags = Mots-clés
links = Liens
backlog = Réserve
backlog_text = Ébauches sans cycle : ce qui pourrait venir ensuite.
drafts = Ébauches
drafts_text = Pas encore décidées ; elles n’entrent dans aucune moyenne.
none_yet = Rien pour l’instant.
n_objectives =
    { $count ->
        [one] { $count } objectif
        [many] { $count } d’objectifs
       *[other] { $count } objectifs
    }
all_n_objectives =
    { $count ->
        [one] Le seul objectif
        [many] Tous les { $count } d’objectifs
       *[other] Les { $count } objectifs
    }
earlier_n = Plus anciens : { $count }

## Words for what a goal says of itself
state_draft = ébauche
state_active = en cours
state_closed = clos
state_cancelled = abandonné
outcome_achieved = atteint
outcome_partly = partiellement atteint
outcome_missed = manqué
outcome_postponed = reporté
outcome_cancelled = abandonné
decision_keep = maintenir
decision_modify = modifier
decision_abandon = abandonner
ambition_committed = engagement (committed)
ambition_aspirational = aspiration (aspirational)
origin_top_down = venu d’en haut (top-down)
origin_bottom_up = venu de la base (bottom-up)
initiative_planned = prévue
initiative_active = en cours
initiative_done = terminée
initiative_dropped = abandonnée
dependency_requested = demandée
dependency_confirmed = confirmée
dependency_declined = refusée
kind_metric =
    { $count ->
        [one] { $count } mesure
        [many] { $count } de mesures
       *[other] { $count } mesures
    }
kind_keep = { $count } à maintenir
kind_milestones = { $count } par jalons
kind_zones = { $count } par paliers
kind_done = { $count } fait ou non
zone_fail = échec
zone_commit = engagé
zone_target = cible
zone_stretch = idéal
health_on_track = en bonne voie
health_at_risk = à risque
health_off_track = en retard
health_outdated = périmé
health_pending = en attente
health_closed = clos
kpi_healthy = sain
kpi_unhealthy = hors limites
kpi_outdated = périmé
kpi_no_target = sans limites
kpi_no_data = aucune donnée
every_week = chaque semaine
every_fortnight = toutes les deux semaines
every_month = chaque mois
every_quarter = chaque trimestre
every_year = chaque année
every_days =
    { $days ->
        [one] chaque jour
        [many] tous les { $days } de jours
       *[other] tous les { $days } jours
    }

## Home
lately = Dernières nouvelles
needs_help = Ce qui a besoin d’aide
nothing_needs_help = Aucun objectif en cours n’est en retard, à risque ou périmé.
windscreen_text = Où nous voulons aller
mirror_text = Comment nous nous portons
see_the_tree = Toute l’arborescence

## Tree
tree_text = De la mission à chaque résultat clé. Les branches s’ouvrent et se ferment.
unaligned = Sans alignement
unaligned_text = Objectifs qui ne contribuent encore à rien.
opens = Sous : { $title }
tree_without_key_results = Ce manuel contient beaucoup d’objectifs : leurs résultats clés figurent sur la page de chaque objectif.
tree_cut = Les objectifs des cycles passés et les branches profondes figurent sur les pages des objectifs au-dessus d’eux.
below_n =
    { $count ->
        [one] { $count } objectif en dessous
       *[other] { $count } objectifs en dessous
    }
filter = Filtrer l’arbre
filter_text = Mots
filter_reset = Tout afficher
filter_none = Aucun objectif ne correspond.
filter_found =
    { $total ->
        [one] {"{n}"} sur { $total } objectif
       *[other] {"{n}"} sur { $total } objectifs
    }
all_teams = Toutes les équipes
all_health = Tout état
open_all = Tout ouvrir
close_all = Tout fermer

## Map
map = Carte
see_the_map = Sous forme de carte
map_text = De la mission aux objectifs qui la servent, et où en est chacun.
map_shows = La carte montre les objectifs de { $cycles } et ce à quoi ils contribuent.
map_shows_all = La carte montre tous les objectifs de tous les cycles.
map_as_tree = La même chose en arborescence
map_now = En cours
map_everything = Tout
map_of = Carte : { $title }
map_of_cycle = La carte de ce cycle
map_line_place = place dans l’arborescence
map_line_also = contribue aussi à
map_line_suspect = à confirmer : l’objectif supérieur a changé
map_suspect = alignement à confirmer
map_other_lines = Liens que l’arborescence ne montre pas
map_leads_to = contribue à
map_left_out = La carte montre { $drawn } objectifs sur { $all }, d’abord ceux d’en haut. Les autres figurent dans l’arborescence et sur les pages des objectifs qu’ils servent.
map_more_below =
    { $count ->
        [one] { $count } autre en dessous
       *[other] { $count } autres en dessous
    }
map_lines_left_out =
    { $count ->
        [one] { $count } autre lien n’est pas dessiné.
       *[other] { $count } autres liens ne sont pas dessinés.
    }
map_zoom_in = Agrandir
map_zoom_out = Réduire
map_zoom_fit = Ajuster

## Strategy
not_doing = Ce que nous choisissons de ne pas faire
by_cycle = Cycle par cycle
watched_kpis = KPI suivis
direct_objectives = Objectifs

## Cycle
scorecard = Tableau de bord
runs = Période
set_by = À fixer avant le
check_in_every = Check-ins
inside = Cycles compris
retrospective = Ce que nous avons appris
without_team = Sans équipe
measures = Types de mesure
mean_progress = Progression moyenne
mean_score = Note moyenne
readiness_text = Équipes ayant des objectifs dans ce cycle : { $ready } sur { $total }.
heat_map = Les équipes et leurs objectifs
heat_map_text = Où en est chaque objectif, équipe par équipe : un mot et une forme le disent, la couleur le répète.
burn_up = Attendu et atteint
burn_up_at = { $progress } atteints le { $date }, { $expected } attendus.
bowler = Prévu et réalisé, mois par mois
bowler_text = Ce que chaque indicateur devrait montrer à la fin d’un mois, et la dernière valeur déclarée dans ce mois.
actual = Réalisé
left_out = Non repris ici : { $count }.
spread = Répartition des notes
spread_text =
    { $count ->
        [one] { $count } objectif clos a obtenu { $mean }.
       *[other] { $count } objectifs clos ont obtenu de { $low } à { $high }, { $mean } en moyenne.
    }
mean_at = moyenne { $score }
list_is_cut = { $shown } objectifs sur { $total } figurent ici. La page de chaque équipe montre tous les siens.
readiness_waits = Avant le début du cycle : ce que chaque équipe a décidé et ce qui manque encore.
ready = prêt
decided = Décidés
without_key_results = Sans résultats clés
without_baseline = Sans valeur de départ

## Présentation
presentation = Présentation
as_presentation = En présentation, un objectif par écran
place_of = { $place } sur { $total }
needs_decision = Ce qui appelle une décision
nothing_to_decide = Rien n’appelle de décision ici.
review_is_missing = Le cycle est terminé : quel résultat, quels enseignements, quelle suite ?
last_reported = dernier point le { $date }
needed_from = Attendu de { $party }
by_day = d’ici le { $date }
whats_next = La suite
ends_on = Fin de { $cycle }
begins_on = Début de { $cycle }
proposed_for = Proposé pour { $cycle }
is_set_by = { $cycle } fixé d’ici le

## Snapshots
snapshots = Instantanés
snapshots_text = Les cycles tels qu’ils ont été publiés, figés pour de bon : chaque page montre ce que l’on savait alors.
all_snapshots = Tous les instantanés
as_published = Tel que publié
published_in = publié dans { $snapshot }
frozen_text = Cette page montre { $cycle } tel qu’il était le { $date }.
frozen_cut = Une partie de ce qui était publié alors n’est plus publique : elle manque ici et dans tous les totaux.
frozen_scorecard = Son tableau de bord
frozen_today = Tel qu’aujourd’hui
frozen_by = Figé par { $generator }
frozen_proof = Cette empreinte BLAKE3 couvre chaque octet de cette page. Dans le dépôt du manuel, cette commande prouve que rien n’a changé depuis :
digest = Empreinte

## Objective
key_results = Résultats clés
also_contributes = Contribue aussi à
contributing = Contributions d’en bas
contributing_mean = Ensemble, elles en sont à { $percent } ; cela n’entre pas dans la progression ci-dessus.
initiatives = Initiatives
initiatives_text = Le travail sur lequel nous misons ; il ne compte jamais comme progression.
initiative = Initiative
moves = Fait avancer
dependencies = Dépend de
dependency = De
needed_by = Nécessaire avant le
state = État
due = Échéance
needed_by_others = Nécessaire à d’autres
changes = Changements
date = Date
what = Ce qui a changé
reason = Raison
review = Bilan
closed_on = Clos le
decision = Suite donnée
earlier_self = Repris de
later_self = Poursuivi sous
origin = Origine
ambition = Ambition
source = Source
moves_kpi = fait évoluer { $kpi }
contributes_to = contribue à { $goal }
since_last = { $change } depuis le { $date }

## Team and person
earlier = Auparavant
contributes = Contribue à
inside_team = Équipes rattachées
needs_from_us = Ce que d’autres attendent de cette équipe
leads = Pilote
answers_for = Répond de
watches = Suit
works_in = Travaille dans
role = Rôle

## KPI
healthy_band = Sain
at_least = au moins { $number }
at_most = au plus { $number }
between = { $least } à { $most }
measured = Mesuré
values = Notes sur les valeurs
moved_by = Objectifs qui veulent le faire évoluer
watched_by = Suivi par
kpis_text = Mesures permanentes de santé : comment va l’organisation, à côté de là où elle veut aller.

## Method
method_text = Les règles appliquées par ce site, telles qu’elles sont en vigueur. Elles viennent des réglages du manuel.
three_numbers = Trois nombres, jamais mélangés
three_numbers_progress = La progression dit où en est la mesure, entre son départ et sa cible.
three_numbers_confidence = La confiance dit ce que pense la personne responsable, de 0 à 1.
three_numbers_score = La note est le jugement final, de 0 à 1.
pace = Rythme d’avancement
pace_text = Un objectif devrait en être à la part écoulée du cycle, multipliée par son par. L’écart avec cette valeur décide :
gap_at_most = écart d’au plus { $percent }
gap_beyond = au-delà
par = Par
outcome_text = La note d’un objectif clos devient un résultat ; sous ces seuils, il est manqué.
achieved = Atteint à partir de
partly = Partiellement atteint à partir de
all_rules = Toutes les règles
cadence = Cadence
cadence_text =
    Un résultat clé dont le dernier check-in est plus ancien que sa cadence et trois jours est périmé.
    Le silence n’est jamais vert.
cadence_default = Quand un cycle ne dit rien, les check-ins sont attendus
rules_text = Ce qui est vérifié dans le manuel, et avec quelle insistance.
level = Niveau
code = Règle
meaning = Signification
error = erreur
lint_levels = Une erreur arrête la construction du site, comme une règle au niveau deny. Une règle au niveau warn est affichée ; au niveau allow, elle se tait.

## Charts: labels, tables and the log of check-ins
as_of_day = au { $day }
in_unit = { $title }, en { $unit }
chart_numbers = Les chiffres du graphique
value = Valeur
plan = Prévu
confidence = Confiance
status = Statut
start = Départ
target = Cible
commit = Engagé
stretch = Idéal
forecast = Projection
forecast_band = { $value } (de { $low } à { $high })
bounds = Limites
zone = Palier
yes = oui
no = non
inside_head = Dans les limites
inside_bounds = conforme
outside_bounds = hors limites
next_action = Prochaine étape : { $action }
earlier_check_ins =
    { $count ->
        [one] { $count } check-in plus ancien
        [many] { $count } de check-ins plus anciens
       *[other] { $count } check-ins plus anciens
    }
below_baseline = sous la valeur de départ
beyond_target = au-delà de la cible
heading_for = en route vers { $percent }
legend_measured = mesuré
legend_planned = prévu
legend_forecast = si cela continue ainsi
legend_confidence = confiance, plus foncé = plus sûr

## Charts: what they show, in a sentence
metric_rises = De { $start } à { $value }, cible { $target }
metric_falls = De { $start } à { $value }, cible { $target }
metric_no_value = Pas encore de valeur ; de { $start } à { $target }
metric_no_start = Pas encore de valeur de départ ; actuellement { $value }, cible { $target }
metric_nothing = Ni valeur de départ ni valeur pour l’instant ; cible { $target }
metric_below = sous la valeur de départ
metric_beyond = au-delà de la cible
metric_lands = sur cette lancée, on arrive vers { $value }
metric_way = { $percent } du chemin
numbers_not_public = les chiffres eux-mêmes ne sont pas publics
no_baseline_yet = Pas encore de valeur de départ
no_value_yet = Pas encore de valeur
keep_inside =
    { $inside ->
        [one] Dans les limites pour { $inside } check-in sur { $count }
        [many] Dans les limites pour { $inside } de check-ins sur { $count }
       *[other] Dans les limites pour { $inside } check-ins sur { $count }
    }
keep_last = dernier relevé { $value }
keep_should = à maintenir : { $bounds }
keep_will = Pas encore de valeur ; à maintenir : { $bounds }
between_and = entre { $least } et { $most }
kpi_one = { $value } le { $date }
kpi_way = De { $start } le { $began } à { $value } le { $date }
healthy_when = sain : { $bounds }
zone_none = Aucun palier atteint pour l’instant.
zone_in = Au palier « { $zone } ».
zone_no_check_in = Pas encore de check-in.
zone_reached = { $zone }, atteint
milestones_done =
    { $done ->
        [one] { $done } jalon sur { $count } franchi
        [many] { $done } de jalons sur { $count } franchis
       *[other] { $done } jalons sur { $count } franchis
    }
milestones_late = { $count } en retard
done_on = Fait le { $date }.
not_done = Pas encore fait.
step_done = fait le { $date }
step_done_due = fait le { $date }, attendu le { $due }
step_late = en retard depuis le { $date }
step_due = attendu le { $date }
step_open = pas encore fait

## History
history = Historique
history_of = Historique : { $month }
history_text = Ce qui s’est passé, du plus récent au plus ancien : check-ins, changements, bilans et ce qui a été figé.
newer = Plus récent
older = Plus ancien
all_months = Tous les mois
part_of = { $what }, partie { $part } sur { $parts }
event_begun = { $what } commence.
event_ended = { $what } se termine.
event_reviewed = { $what } a été clos :
event_changed = { $what } a été modifié :
event_frozen = { $what } a été figé.
event_done = fait

## A comparison of two moments
told_headline = Ce qui a changé entre { $from } et { $to }
told_n_more = Et { $count } de plus.
told_goal = Objectif
told_before = Avant
told_now = Maintenant
told_between = De { $from } ({ $from_day }) à { $to } ({ $to_day }).
told_nothing = Rien n’a changé.
told_n_moved =
    { $count ->
        [one] { $count } cible ou poids déplacé
        [many] { $count } de cibles ou poids déplacés
       *[other] { $count } cibles ou poids déplacés
    }
told_n_unexplained = { $count } sans raison donnée
told_n_new =
    { $count ->
        [one] { $count } nouvel objectif
        [many] { $count } de nouveaux objectifs
       *[other] { $count } nouveaux objectifs
    }
told_n_gone =
    { $count ->
        [one] { $count } disparu
       *[other] { $count } disparus
    }
told_n_closed =
    { $count ->
        [one] { $count } clos
       *[other] { $count } clos
    }
told_n_of = { $title } : { $count }
told_record_rewritten = Historiques réécrits
told_moved = Cibles et poids déplacés
told_gone = Objectifs disparus
told_new = Nouveaux objectifs
told_published = Objectifs nouvellement publiés
told_carried = Repris
told_decided = Décidés, clos, abandonnés
told_given_up_goals = Abandonnés
told_decided_anew = Décidés, repris ou réévalués
told_reworded = Reformulés
told_around = En d’autres mains ou à une autre place
told_kpis = KPI
told_standings = Où en sont les objectifs
told_none = rien
told_reason = Raison donnée le { $date } : { $reason }
told_no_reason = Aucune raison donnée.
told_is_new = { $goal } est nouveau.
told_is_published = { $goal } est nouvellement publié.
told_was_proposed = { $goal } a été proposé comme ébauche.
told_was_carried = { $goal } a été repris sous le même titre.
told_was_carried_from = { $goal } a été repris de { $from }.
told_is_gone = { $goal } a disparu.
told_became_part = { $goal } a été intégré à { $to }.
told_was_decided = { $goal } a été décidé ; c’était auparavant une ébauche.
told_was_closed_with = { $goal } a été clos avec la note { $to } : { $detail }.
told_was_closed_as = { $goal } a été clos : { $detail }.
told_was_closed = { $goal } a été clos.
told_was_given_up = { $goal } a été abandonné.
told_was_reopened = { $goal } a été repris en main.
told_was_withdrawn = { $goal } est de nouveau une ébauche.
told_score = La note de { $goal } est passée de { $from } à { $to }.
told_score_now = { $goal } a maintenant une note : { $to }.
told_score_before = { $goal } n’a plus de note ; auparavant : { $from }.
told_outcome = Le résultat de { $goal } est passé de { $from } à { $to }.
told_outcome_now = { $goal } a maintenant un résultat : { $to }.
told_outcome_before = { $goal } n’a plus de résultat ; auparavant : { $from }.
told_record = L’historique de { $goal } a été réécrit : pour le { $detail }, il indiquait { $from }, et indique maintenant { $to }.
told_record_now = L’historique de { $goal } a été réécrit : pour le { $detail }, il n’indiquait aucune valeur, et indique maintenant { $to }.
told_record_before = L’historique de { $goal } a été réécrit : pour le { $detail }, il indiquait { $from }, qui a disparu.
told_record_gone = L’historique de { $goal } a été réécrit : le check-in du { $detail } a disparu.
told_measure = { $goal } est mesuré autrement : { $to } au lieu de { $from }.
told_start = Le départ de { $goal } est passé de { $from } à { $to }.
told_start_now = Le départ de { $goal } est maintenant connu : { $to }.
told_start_before = Le départ de { $goal } n’est plus connu ; auparavant : { $from }.
told_target = La cible de { $goal } est passée de { $from } à { $to }{ $ease }.
told_commit = L’engagement de { $goal } est passé de { $from } à { $to }.
told_commit_now = { $goal } s’engage maintenant sur { $to }.
told_commit_before = { $goal } ne s’engage plus sur { $from }.
told_stretch = L’idéal de { $goal } est passé de { $from } à { $to }.
told_stretch_now = { $goal } vise maintenant { $to } dans l’idéal.
told_stretch_before = { $goal } ne vise plus { $from } dans l’idéal.
told_bounds = Les limites de { $goal } ont changé : { $to } au lieu de { $from }.
told_bounds_now = { $goal } a maintenant des limites : { $to }.
told_bounds_before = { $goal } n’a plus de limites ; auparavant : { $from }.
told_healthy = Les limites saines de { $goal } ont changé : { $to } au lieu de { $from }.
told_healthy_now = { $goal } a maintenant des limites saines : { $to }.
told_healthy_before = { $goal } n’a plus de limites saines ; auparavant : { $from }.
told_unit = { $goal } se compte maintenant en { $to } ; auparavant, en { $from }.
told_unit_now = { $goal } se compte maintenant en { $to } ; auparavant, rien ne disait ce que comptent ses nombres.
told_unit_before = Plus rien ne dit ce que comptent les nombres de { $goal } ; auparavant : { $from }.
told_plan = Le parcours prévu de { $goal } a été modifié.
told_zone = Ce qui vaut { $detail } pour { $goal } a été reformulé : { $to } ; auparavant : { $from }.
told_step_added = { $goal } a une nouvelle étape : { $detail }.
told_step_dropped = { $goal } a perdu l’étape { $detail }.
told_step_due = L’étape { $detail } de { $goal } est maintenant attendue le { $to } ; auparavant, le { $from }.
told_step_due_now = L’étape { $detail } de { $goal } est maintenant attendue le { $to } ; auparavant, aucune date.
told_step_due_before = L’étape { $detail } de { $goal } n’a plus de date ; auparavant, le { $from }.
told_step_weight = Le poids de l’étape { $detail } de { $goal } est passé de { $from } à { $to }{ $ease }.
told_weight = Le poids de { $goal } est passé de { $from } à { $to }{ $ease }.
told_easier = {", "}ce qui est plus facile à atteindre
told_harder = {", "}ce qui est plus difficile à atteindre
told_counts_more = {", "}de sorte que cela compte davantage
told_counts_less = {", "}de sorte que cela compte moins
told_mission_title = La mission est maintenant { $goal } ; auparavant : { $from }.
told_title = { $goal } s’appelait auparavant { $from }.
told_why = La raison d’être de { $goal } a été reformulée.
told_why_now = { $goal } dit maintenant pourquoi cela compte.
told_why_before = { $goal } ne dit plus pourquoi cela compte.
told_vision = La vision derrière { $goal } a été reformulée.
told_vision_now = { $goal } repose maintenant sur une vision.
told_vision_before = { $goal } ne repose plus sur une vision.
told_owner = { $goal } est maintenant entre les mains de { $to } ; auparavant, de { $from }.
told_owner_now = { $goal } est maintenant entre les mains de { $to }.
told_owner_before = { $goal } n’est plus entre les mains de personne ; auparavant, de { $from }.
told_team = { $goal } relève maintenant de { $to } ; auparavant, de { $from }.
told_team_now = { $goal } relève maintenant de { $to }.
told_team_before = { $goal } ne relève plus d’aucune équipe ; auparavant, de { $from }.
told_alignment = { $goal } contribue maintenant à { $to } ; auparavant, à { $from }.
told_alignment_now = { $goal } contribue maintenant à { $to } ; auparavant, à rien au-dessus.
told_alignment_before = { $goal } ne contribue plus à rien au-dessus ; auparavant, à { $from }.
told_cycle = { $goal } est maintenant prévu pour { $to } ; auparavant, pour { $from }.
told_cycle_now = { $goal } est maintenant prévu pour { $to }.
told_cycle_before = { $goal } n’est plus prévu pour aucun cycle ; auparavant, pour { $from }.
told_committed = { $goal } est maintenant un engagement ; c’était auparavant une aspiration.
told_aspirational = { $goal } est maintenant une aspiration ; c’était auparavant un engagement.
told_value = { $goal } est passé de { $from } à { $to }.
told_value_now = { $goal } a une première valeur : { $to }.
told_value_before = { $goal } n’a plus de valeur ; auparavant : { $from }.
told_status = { $goal } est maintenant { $to } ; auparavant : { $from }.
told_moved_and_fares = { $goal } est passé de { $from } à { $to } et est maintenant { $health } ; auparavant : { $was }.
told_first = { $goal } a été renseigné pour la première fois, à { $to }, et est { $health }.
told_moved_still = { $goal } est passé de { $from } à { $to } et reste { $health }.
told_moved_only = { $goal } est passé de { $from } à { $to }.
told_fares = { $goal } est maintenant { $health } ; auparavant : { $was }. La valeur reste à { $to }.
told_fares_only = { $goal } est maintenant { $health } ; auparavant : { $was }.
told_metric = un nombre qui doit évoluer
told_keep = un nombre à maintenir
told_milestones = jalons
told_zones = paliers décrits
told_done = fait ou non
told_partly = partiellement atteint
told_given_up = abandonné
told_no_target = sans limites saines
told_no_data = sans valeur
told_the_mission = la mission
told_off_track = en retard
told_outdated = périmé
told_at_risk = à risque
told_on_track = en bonne voie
told_pending = pas encore attendu
told_closed_word = clos

## Goals in prose
reading_time = { $minutes } min de lecture
last_changed = Dernière modification le { $date }
live_none = Rien à montrer pour le moment.
live_map = Carte { $number } : { $title }
live_table = Tableau { $number } : { $columns }
column_progress = Progression
column_expected = Attendu
column_gap = Écart
column_health = Santé
column_coverage = À jour
reported_of = { $reported } sur { $total }

## Prose
note_back = Retour au texte de la note { $number }
table_name = Tableau { $number }
heading_link = Lien vers « { $heading } »
alert_note = Remarque
alert_tip = Astuce
alert_important = Important
alert_warning = Avertissement
alert_caution = Attention
task_done = fait
task_open = à faire

## Bureau
desk = Bureau
desk_text = Pour qui veille sur les objectifs : qui est prêt, ce qui est attendu, ce qui est à revoir. Seule l’édition interne a cette page.
readiness = Préparation
ready_key_results = Avec résultats clés
ready_baseline = Avec valeur de départ
ready_owner = Avec responsable
ready_aligned = Alignés sur la mission
n_drafts =
    { $count ->
        [one] { $count } ébauche
       *[other] { $count } ébauches
    }
overdue = en retard
due_now = attendu
asked_for = Ce qui est attendu
nothing_due = Rien n’est attendu.
due_check_in = point attendu le { $date }
due_value = valeur attendue le { $date }
due_review = le cycle est terminé ; bilan attendu le { $date }
due_goals = objectifs attendus le { $date }
due_confirmation = « { $goal } » a changé ; cet objectif y contribue-t-il encore ?
nudge = Un texte à envoyer
nudge_opens = Bonjour { $team }, pouvons-nous vous demander ceci ?
nudge_opens_all = Bonjour à tous, pouvons-nous vous demander ceci ?
copy = Copier
copied = Copié
findings = Constats
findings_text = Ce que okrbook check constate dans les sources, règle par règle, avec l’endroit.
no_findings = Aucun constat.

## Badge
badge = Badge
badge_text = Cette ligne de Markdown montre ailleurs où en est l’objectif.
badge_see = Voir le badge
