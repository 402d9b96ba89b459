# Español. Los nombres de los mensajes y sus variables son los de en.ftl.

## Frame
skip = Ir al contenido
menu = Navegación principal
home = Inicio
tree = Árbol
strategy = Estrategia
mission = Misión
pillars = Pilares
pillar = Pilar
cycles = Ciclos
cycle = Ciclo
objectives = Objetivos
objective = Objetivo
teams = Equipos
team = Equipo
people = Personas
person = Persona
kpis = KPI
kpi = KPI
method = Método
rules = Reglas
rule = Regla
handbook = Manual
search = Búsqueda
search_key = Pulse / para buscar
search_none = Sin resultados
search_found = Resultados: {"{n}"}
all_cycles = Todos los ciclos
switch_cycle = Ciclo
line_of_sight = Conexión con la misión
on_this_page = En esta página
as_of = A { $date }
public_edition = Edición pública
internal_edition = Edición interna
how_we_measure = Cómo medimos
data = Datos
made_with = Hecho con okrbook
scheme_switch = Cambiar entre claro y oscuro
edit_this_page = Editar esta página
previous = Anterior
next = Siguiente
turn = Antes y después
moved_title = Esta página se ha trasladado
moved_to = Ahora está en
not_found_title = Esta página no existe
not_found_text = Puede que la dirección esté mal escrita o que la página se haya eliminado. Desde estas páginas se llega a todo lo demás:

## How things are joined
comma = {", "}
clause = {"; "}
stop = .
range = { $start } – { $end }
from_to = { $start } → { $target }
only_to = → { $target }

## Facts
expected = previsto { $percent }
score = Puntuación
score_of = puntuación { $score }
outcome = Resultado
coverage = { $reported } de { $total } con datos
coverage_outdated =
    { $outdated ->
        [one] { $reported } de { $total } con datos, { $outdated } desactualizado
       *[other] { $reported } de { $total } con datos, { $outdated } desactualizados
    }
no_data = sin datos
day_of = día { $day } de { $days }
not_begun =
    { $days ->
        [1] empieza mañana
        [one] empieza dentro de { $days } día
        [many] empieza dentro de { $days } de días
       *[other] empieza dentro de { $days } días
    }
ended = terminado
masked = cifras no publicadas
internal = interno
sight_broken = no llega hasta la misión
sight_stale = algo en el camino está desactualizado
weight = peso { $weight }
owner = Responsable
owners = Responsables
lead = Dirección
ambassador = Referente de OKR
members = Integrantes
contributors = Con
horizon = Horizonte
tags = Etiquetas
links = Enlaces
backlog = Lista de espera
backlog_text = Borradores sin ciclo: lo que podría venir después.
drafts = Borradores
drafts_text = Aún sin decidir; no cuentan en ninguna media.
none_yet = Nada por ahora.
n_objectives =
    { $count ->
        [one] { $count } objetivo
        [many] { $count } de objetivos
       *[other] { $count } objetivos
    }
all_n_objectives =
    { $count ->
        [one] El único objetivo
        [many] Los { $count } de objetivos
       *[other] Los { $count } objetivos
    }
earlier_n = Anteriores: { $count }

## Words for what a goal says of itself
state_draft = borrador
state_active = en curso
state_closed = cerrado
state_cancelled = abandonado
outcome_achieved = logrado
outcome_partly = logrado en parte
outcome_missed = no logrado
outcome_postponed = aplazado
outcome_cancelled = abandonado
decision_keep = mantener
decision_modify = modificar
decision_abandon = abandonar
ambition_committed = comprometido (committed)
ambition_aspirational = aspiracional (aspirational)
origin_top_down = de arriba abajo (top-down)
origin_bottom_up = de abajo arriba (bottom-up)
initiative_planned = prevista
initiative_active = en marcha
initiative_done = terminada
initiative_dropped = descartada
dependency_requested = solicitada
dependency_confirmed = confirmada
dependency_declined = rechazada
kind_metric =
    { $count ->
        [one] { $count } métrica
        [many] { $count } de métricas
       *[other] { $count } métricas
    }
kind_keep = { $count } por mantener
kind_milestones = { $count } por hitos
kind_zones = { $count } por niveles
kind_done = { $count } hecho o no
zone_fail = insuficiente
zone_commit = compromiso
zone_target = meta
zone_stretch = máximo
health_on_track = en marcha
health_at_risk = en riesgo
health_off_track = con retraso
health_outdated = desactualizado
health_pending = pendiente
health_closed = cerrado
kpi_healthy = sano
kpi_unhealthy = fuera de rango
kpi_outdated = desactualizado
kpi_no_target = sin rango
kpi_no_data = sin datos
every_week = cada semana
every_fortnight = cada dos semanas
every_month = cada mes
every_quarter = cada trimestre
every_year = cada año
every_days =
    { $days ->
        [one] cada día
        [many] cada { $days } de días
       *[other] cada { $days } días
    }

## Home
lately = Novedades
needs_help = Qué necesita ayuda
nothing_needs_help = Ningún objetivo en curso va con retraso, está en riesgo o desactualizado.
windscreen_text = Adónde queremos llegar
mirror_text = Cómo estamos
see_the_tree = Todo el árbol

## Tree
tree_text = Desde la misión hasta cada resultado clave. Las ramas se abren y se cierran.
unaligned = Sin alinear
unaligned_text = Objetivos que aún no contribuyen a nada.
opens = Debajo de: { $title }
tree_without_key_results = Este manual contiene muchos objetivos: sus resultados clave están en la página de cada objetivo.
tree_cut = Los objetivos de ciclos anteriores y las ramas profundas están en las páginas de los objetivos superiores.
below_n =
    { $count ->
        [one] { $count } objetivo debajo
       *[other] { $count } objetivos debajo
    }
filter = Filtrar el árbol
filter_text = Palabras
filter_reset = Mostrar todo
filter_none = Ningún objetivo coincide.
filter_found =
    { $total ->
        [one] {"{n}"} de { $total } objetivo
       *[other] {"{n}"} de { $total } objetivos
    }
all_teams = Todos los equipos
all_health = Cualquier estado
open_all = Abrir todo
close_all = Cerrar todo

## Map
map = Mapa
see_the_map = Como mapa
map_text = De la misión a los objetivos que la sirven, y cómo va cada uno.
map_shows = El mapa muestra los objetivos de { $cycles } y aquello a lo que contribuyen.
map_shows_all = El mapa muestra todos los objetivos de todos los ciclos.
map_as_tree = Lo mismo como árbol
map_now = En curso
map_everything = Todo
map_of = Mapa: { $title }
map_of_cycle = El mapa de este ciclo
map_line_place = lugar en el árbol
map_line_also = también contribuye a
map_line_suspect = por confirmar: el objetivo superior ha cambiado
map_suspect = alineación por confirmar
map_other_lines = Enlaces que el árbol no muestra
map_leads_to = contribuye a
map_left_out = El mapa muestra { $drawn } de { $all } objetivos, primero los superiores. Los demás están en el árbol y en las páginas de los objetivos a los que sirven.
map_more_below =
    { $count ->
        [one] { $count } más debajo
       *[other] { $count } más debajo
    }
map_lines_left_out =
    { $count ->
        [one] { $count } enlace más no está dibujado.
       *[other] { $count } enlaces más no están dibujados.
    }
map_zoom_in = Ampliar
map_zoom_out = Reducir
map_zoom_fit = Ajustar

## Strategy
not_doing = Lo que decidimos no hacer
by_cycle = Ciclo a ciclo
watched_kpis = KPI que vigila
direct_objectives = Objetivos

## Cycle
scorecard = Resumen
runs = Periodo
set_by = Fijar antes del
check_in_every = Check-ins
inside = Ciclos que contiene
retrospective = Lo que aprendimos
without_team = Sin equipo
measures = Cómo se mide
mean_progress = Progreso medio
mean_score = Puntuación media
readiness_text = Equipos con objetivos en este ciclo: { $ready } de { $total }.
heat_map = Los equipos y sus objetivos
heat_map_text = Cómo va cada objetivo, equipo por equipo: lo dicen una palabra y una forma, y el color lo repite.
burn_up = Esperado y alcanzado
burn_up_at = { $progress } alcanzado el { $date }, { $expected } esperado.
bowler = Plan y realidad, mes a mes
bowler_text = Lo que cada métrica debería mostrar al final de un mes y lo último que se comunicó en él.
actual = Real
left_out = No figuran aquí: { $count }.
spread = Distribución de las puntuaciones
spread_text =
    { $count ->
        [one] { $count } objetivo cerrado obtuvo { $mean }.
       *[other] { $count } objetivos cerrados obtuvieron de { $low } a { $high }, { $mean } de media.
    }
mean_at = media { $score }
list_is_cut = Aquí se muestran { $shown } de { $total } objetivos. La página de cada equipo muestra todos los suyos.
readiness_waits = Antes de que empiece el ciclo: lo que cada equipo ha decidido y lo que aún falta.
ready = listo
decided = Decididos
without_key_results = Sin resultados clave
without_baseline = Sin valor inicial

## Presentación
presentation = Presentación
as_presentation = Como presentación, un objetivo por pantalla
place_of = { $place } de { $total }
needs_decision = Lo que requiere una decisión
nothing_to_decide = Aquí nada requiere una decisión.
review_is_missing = El ciclo ha terminado: ¿cómo acabó, qué se aprendió, qué sigue?
last_reported = último informe el { $date }
needed_from = Se necesita de { $party }
by_day = antes del { $date }
whats_next = Lo que sigue
ends_on = Fin de { $cycle }
begins_on = Comienzo de { $cycle }
proposed_for = Propuesto para { $cycle }
is_set_by = { $cycle } fijado antes del

## Snapshots
snapshots = Instantáneas
snapshots_text = Ciclos tal como se publicaron, congelados para siempre: cada página muestra lo que se sabía entonces.
all_snapshots = Todas las instantáneas
as_published = Tal como se publicó
published_in = publicado en { $snapshot }
frozen_text = Esta página muestra { $cycle } tal como estaba el { $date }.
frozen_cut = Parte de lo que se publicó entonces ya no es pública: aquí se omite, también en todas las sumas.
frozen_scorecard = Su resumen
frozen_today = Tal como está hoy
frozen_by = Congelado por { $generator }
frozen_proof = Esta huella BLAKE3 cubre cada byte de esta página. En el repositorio del manual, esto demuestra que nada ha cambiado desde entonces:
digest = Huella

## Objective
key_results = Resultados clave
also_contributes = También contribuye a
contributing = Contribuciones desde abajo
contributing_mean = En conjunto están en { $percent }; esto no forma parte del progreso de arriba.
initiatives = Iniciativas
initiatives_text = El trabajo por el que apostamos; nunca cuenta como progreso.
initiative = Iniciativa
moves = Impulsa
dependencies = Depende de
dependency = De
needed_by = Se necesita antes del
state = Estado
due = Vence
needed_by_others = Lo necesitan
changes = Cambios
date = Fecha
what = Qué cambió
reason = Motivo
review = Revisión
closed_on = Cerrado el
decision = Qué sigue
earlier_self = Viene de
later_self = Continúa como
origin = Origen
ambition = Ambición
source = Fuente
moves_kpi = impulsa { $kpi }
contributes_to = contribuye a { $goal }
since_last = { $change } desde el { $date }

## Team and person
earlier = Antes
contributes = Contribuye a
inside_team = Equipos que incluye
needs_from_us = Lo que otros necesitan de este equipo
leads = Lidera
answers_for = Responde de
watches = Vigila
works_in = Trabaja en
role = Función

## KPI
healthy_band = Sano
at_least = al menos { $number }
at_most = como máximo { $number }
between = { $least } a { $most }
measured = Se mide
values = Notas sobre los valores
moved_by = Objetivos que quieren moverlo
watched_by = Vigilado por
kpis_text = Medidas permanentes de salud: cómo está la organización, junto a adónde quiere llegar.

## Method
method_text = Las reglas que aplica este sitio, tal como están en vigor. Proceden de los ajustes del manual.
three_numbers = Tres números que nunca se mezclan
three_numbers_progress = El progreso dice dónde está la medida, entre su inicio y su meta.
three_numbers_confidence = La confianza dice qué cree la persona responsable, de 0 a 1.
three_numbers_score = La puntuación es el juicio final, de 0 a 1.
pace = Ritmo
pace_text = Un objetivo debería estar donde indica la parte transcurrida del ciclo, multiplicada por su par. La diferencia decide:
gap_at_most = diferencia de { $percent } como máximo
gap_beyond = más allá
par = Par
outcome_text = La puntuación de un objetivo cerrado se convierte en un resultado; por debajo de estos umbrales no se logró.
achieved = Logrado desde
partly = Logrado en parte desde
all_rules = Todas las reglas
cadence = Cadencia
cadence_text =
    Un resultado clave cuyo último check-in es anterior a su cadencia más tres días está desactualizado.
    El silencio nunca es verde.
cadence_default = Cuando un ciclo no dice nada, los check-ins se esperan
rules_text = Qué se comprueba en el manual y con qué insistencia.
level = Nivel
code = Regla
meaning = Significado
error = error
lint_levels = Un error detiene la construcción del sitio, igual que una regla en deny. Una regla en warn se muestra; en allow calla.

## Charts: labels, tables and the log of check-ins
as_of_day = a { $day }
in_unit = { $title }, en { $unit }
chart_numbers = Los números del gráfico
value = Valor
plan = Plan
confidence = Confianza
status = Estado
start = Inicio
target = Meta
commit = Compromiso
stretch = Máximo
forecast = Proyección
forecast_band = { $value } (de { $low } a { $high })
bounds = Límites
zone = Nivel
yes = sí
no = no
inside_head = Dentro
inside_bounds = dentro
outside_bounds = fuera
next_action = A continuación: { $action }
earlier_check_ins =
    { $count ->
        [one] { $count } check-in anterior
        [many] { $count } de check-ins anteriores
       *[other] { $count } check-ins anteriores
    }
below_baseline = por debajo del inicio
beyond_target = más allá de la meta
heading_for = camino de { $percent }
legend_measured = medido
legend_planned = previsto
legend_forecast = si sigue así
legend_confidence = confianza, más oscuro es más seguro

## Charts: what they show, in a sentence
metric_rises = De { $start } a { $value }, con meta { $target }
metric_falls = De { $start } a { $value }, con meta { $target }
metric_no_value = Aún sin valor; de { $start } a { $target }
metric_no_start = Aún sin valor inicial; ahora { $value }, con meta { $target }
metric_nothing = Aún sin valor inicial ni valor; con meta { $target }
metric_below = por debajo del inicio
metric_beyond = más allá de la meta
metric_lands = en esta línea llegará cerca de { $value }
metric_way = { $percent } del camino
numbers_not_public = las cifras no son públicas
no_baseline_yet = Aún sin valor inicial
no_value_yet = Aún sin valor
keep_inside =
    { $count ->
        [one] Dentro de sus límites en { $inside } de { $count } check-in
        [many] Dentro de sus límites en { $inside } de { $count } de check-ins
       *[other] Dentro de sus límites en { $inside } de { $count } check-ins
    }
keep_last = último { $value }
keep_should = debe estar: { $bounds }
keep_will = Aún sin valor; debe mantenerse: { $bounds }
between_and = entre { $least } y { $most }
kpi_one = { $value } el { $date }
kpi_way = De { $start } el { $began } a { $value } el { $date }
healthy_when = sano: { $bounds }
zone_none = Aún no se ha alcanzado ningún nivel.
zone_in = En el nivel «{ $zone }».
zone_no_check_in = Aún no hay check-ins.
zone_reached = { $zone }, alcanzado
milestones_done =
    { $done ->
        [one] { $done } hito hecho de { $count } en total
        [many] { $done } de hitos hechos de { $count } en total
       *[other] { $done } hitos hechos de { $count } en total
    }
milestones_late =
    { $count ->
        [one] { $count } atrasado
       *[other] { $count } atrasados
    }
done_on = Hecho el { $date }.
not_done = Aún sin hacer.
step_done = hecho el { $date }
step_done_due = hecho el { $date }, vencía el { $due }
step_late = atrasado desde el { $date }
step_due = vence el { $date }
step_open = aún sin hacer

## History
history = Historial
history_of = Historial: { $month }
history_text = Lo que ocurrió, lo más reciente primero: check-ins, cambios, revisiones y lo que se congeló.
newer = Más reciente
older = Más antiguo
all_months = Todos los meses
part_of = { $what }, parte { $part } de { $parts }
event_begun = { $what } comienza.
event_ended = { $what } termina.
event_reviewed = { $what } se cerró:
event_changed = { $what } cambió:
event_frozen = { $what } se congeló.
event_done = hecho

## A comparison of two moments
told_headline = Qué cambió de { $from } a { $to }
told_n_more = Y { $count } más.
told_goal = Objetivo
told_before = Antes
told_now = Ahora
told_between = De { $from } ({ $from_day }) a { $to } ({ $to_day }).
told_nothing = Nada ha cambiado.
told_n_moved =
    { $count ->
        [one] { $count } meta o peso movido
        [many] { $count } de metas o pesos movidos
       *[other] { $count } metas o pesos movidos
    }
told_n_unexplained = { $count } sin motivo
told_n_new =
    { $count ->
        [one] { $count } objetivo nuevo
        [many] { $count } de objetivos nuevos
       *[other] { $count } objetivos nuevos
    }
told_n_gone =
    { $count ->
        [one] { $count } desaparecido
       *[other] { $count } desaparecidos
    }
told_n_closed =
    { $count ->
        [one] { $count } cerrado
       *[other] { $count } cerrados
    }
told_n_of = { $title }: { $count }
told_record_rewritten = Registros reescritos
told_moved = Metas y pesos que se movieron
told_gone = Objetivos que desaparecieron
told_new = Objetivos nuevos
told_published = Objetivos recién publicados
told_carried = Continuados
told_decided = Decididos, cerrados, abandonados
told_given_up_goals = Abandonados
told_decided_anew = Decididos, retomados o revalorados
told_reworded = Redactados de nuevo
told_around = En otras manos o en otro lugar
told_kpis = KPI
told_standings = Dónde están los objetivos
told_none = nada
told_reason = Motivo dado el { $date }: { $reason }
told_no_reason = Sin motivo declarado.
told_is_new = { $goal } es nuevo.
told_is_published = { $goal } se publica por primera vez.
told_was_proposed = { $goal } se propuso como borrador.
told_was_carried = { $goal } continuó con el mismo título.
told_was_carried_from = { $goal } continúa { $from }.
told_is_gone = { $goal } ya no está.
told_became_part = { $goal } pasó a formar parte de { $to }.
told_was_decided = { $goal } se decidió; antes era un borrador.
told_was_closed_with = { $goal } se cerró con una puntuación de { $to }: { $detail }.
told_was_closed_as = { $goal } se cerró: { $detail }.
told_was_closed = { $goal } se cerró.
told_was_given_up = { $goal } se abandonó.
told_was_reopened = { $goal } se retomó.
told_was_withdrawn = { $goal } vuelve a ser un borrador.
told_score = La puntuación de { $goal } cambió de { $from } a { $to }.
told_score_now = { $goal } ya tiene puntuación: { $to }.
told_score_before = { $goal } ya no tiene puntuación; antes: { $from }.
told_outcome = El resultado de { $goal } cambió de { $from } a { $to }.
told_outcome_now = { $goal } ya tiene resultado: { $to }.
told_outcome_before = { $goal } ya no tiene resultado; antes: { $from }.
told_record = El registro de { $goal } se reescribió: para el { $detail } decía { $from }, y ahora dice { $to }.
told_record_now = El registro de { $goal } se reescribió: para el { $detail } no daba ningún valor, y ahora dice { $to }.
told_record_before = El registro de { $goal } se reescribió: para el { $detail } decía { $from }, que ya no está.
told_record_gone = El registro de { $goal } se reescribió: el seguimiento del { $detail } ya no está.
told_measure = { $goal } se mide de otra manera: { $to } en lugar de { $from }.
told_start = El punto de partida de { $goal } pasó de { $from } a { $to }.
told_start_now = Ya se conoce el punto de partida de { $goal }: { $to }.
told_start_before = Ya no se conoce el punto de partida de { $goal }; antes: { $from }.
told_target = La meta de { $goal } pasó de { $from } a { $to }{ $ease }.
told_commit = El compromiso de { $goal } pasó de { $from } a { $to }.
told_commit_now = { $goal } ahora se compromete a { $to }.
told_commit_before = { $goal } ya no se compromete a { $from }.
told_stretch = El máximo de { $goal } pasó de { $from } a { $to }.
told_stretch_now = { $goal } ahora aspira como máximo a { $to }.
told_stretch_before = { $goal } ya no aspira como máximo a { $from }.
told_bounds = Los límites de { $goal } pasaron de { $from } a { $to }.
told_bounds_now = { $goal } ahora tiene límites: { $to }.
told_bounds_before = { $goal } ya no tiene límites; antes: { $from }.
told_healthy = El rango sano de { $goal } pasó de { $from } a { $to }.
told_healthy_now = { $goal } ahora tiene un rango sano: { $to }.
told_healthy_before = { $goal } ya no tiene un rango sano; antes: { $from }.
told_unit = { $goal } ahora se cuenta en { $to }; antes, en { $from }.
told_unit_now = { $goal } ahora se cuenta en { $to }; antes, nada decía qué cuentan sus números.
told_unit_before = Ya nada dice qué cuentan los números de { $goal }; antes: { $from }.
told_plan = El recorrido previsto de { $goal } cambió.
told_zone = Lo que vale como { $detail } para { $goal } se redactó de nuevo: { $to }; antes: { $from }.
told_step_added = { $goal } tiene un paso nuevo: { $detail }.
told_step_dropped = { $goal } perdió el paso { $detail }.
told_step_due = El paso { $detail } de { $goal } vence ahora el { $to }; antes, el { $from }.
told_step_due_now = El paso { $detail } de { $goal } vence ahora el { $to }; antes, ningún día.
told_step_due_before = El paso { $detail } de { $goal } ya no vence ningún día; antes, el { $from }.
told_step_weight = El peso del paso { $detail } de { $goal } pasó de { $from } a { $to }{ $ease }.
told_weight = El peso de { $goal } pasó de { $from } a { $to }{ $ease }.
told_easier = {", "}lo que es más fácil de alcanzar
told_harder = {", "}lo que es más difícil de alcanzar
told_counts_more = {", "}de modo que cuenta más
told_counts_less = {", "}de modo que cuenta menos
told_mission_title = La misión dice ahora { $goal }; antes: { $from }.
told_title = { $goal } se llamaba antes { $from }.
told_why = Por qué importa { $goal } se redactó de nuevo.
told_why_now = { $goal } dice ahora por qué importa.
told_why_before = { $goal } ya no dice por qué importa.
told_vision = La visión detrás de { $goal } se redactó de nuevo.
told_vision_now = { $goal } tiene ahora una visión detrás.
told_vision_before = { $goal } ya no tiene una visión detrás.
told_owner = { $goal } está ahora en manos de { $to }; antes, de { $from }.
told_owner_now = { $goal } está ahora en manos de { $to }.
told_owner_before = { $goal } ya no está en manos de nadie; antes, de { $from }.
told_team = { $goal } pertenece ahora a { $to }; antes, a { $from }.
told_team_now = { $goal } pertenece ahora a { $to }.
told_team_before = { $goal } ya no pertenece a ningún equipo; antes, a { $from }.
told_alignment = { $goal } contribuye ahora a { $to }; antes, a { $from }.
told_alignment_now = { $goal } contribuye ahora a { $to }; antes, a nada por encima.
told_alignment_before = { $goal } ya no contribuye a nada por encima; antes, a { $from }.
told_cycle = { $goal } está ahora previsto para { $to }; antes, para { $from }.
told_cycle_now = { $goal } está ahora previsto para { $to }.
told_cycle_before = { $goal } ya no está previsto para ningún ciclo; antes, para { $from }.
told_committed = { $goal } es ahora un compromiso; antes era una aspiración.
told_aspirational = { $goal } es ahora una aspiración; antes era un compromiso.
told_value = { $goal } pasó de { $from } a { $to }.
told_value_now = { $goal } tiene un primer valor: { $to }.
told_value_before = { $goal } ya no tiene valor; antes: { $from }.
told_status = { $goal } está ahora { $to }; antes: { $from }.
told_moved_and_fares = { $goal } pasó de { $from } a { $to } y está ahora { $health }; antes: { $was }.
told_first = { $goal } se informó por primera vez, con { $to }, y está { $health }.
told_moved_still = { $goal } pasó de { $from } a { $to } y sigue { $health }.
told_moved_only = { $goal } pasó de { $from } a { $to }.
told_fares = { $goal } está ahora { $health }; antes: { $was }. Sigue en { $to }.
told_fares_only = { $goal } está ahora { $health }; antes: { $was }.
told_metric = un número que debe moverse
told_keep = un número que mantener
told_milestones = hitos
told_zones = niveles descritos
told_done = hecho o no
told_partly = logrado en parte
told_given_up = abandonado
told_no_target = sin rango sano
told_no_data = sin valor
told_the_mission = la misión
told_off_track = con retraso
told_outdated = desactualizado
told_at_risk = en riesgo
told_on_track = en marcha
told_pending = pendiente
told_closed_word = cerrado

## Goals in prose
reading_time = { $minutes } min de lectura
last_changed = Última modificación: { $date }
live_none = Nada que mostrar por el momento.
live_map = Mapa { $number }: { $title }
live_table = Tabla { $number }: { $columns }
column_progress = Progreso
column_expected = Previsto
column_gap = Diferencia
column_health = Salud
column_coverage = Con datos
reported_of = { $reported } de { $total }

## Prose
note_back = Volver al texto de la nota { $number }
table_name = Tabla { $number }
heading_link = Enlace a «{ $heading }»
alert_note = Nota
alert_tip = Consejo
alert_important = Importante
alert_warning = Advertencia
alert_caution = Precaución
task_done = hecho
task_open = pendiente

## Escritorio
desk = Escritorio
desk_text = Para quienes cuidan de los objetivos: quién está listo, qué está pendiente, qué se ha encontrado. Solo la edición interna tiene esta página.
readiness = Preparación
ready_key_results = Con resultados clave
ready_baseline = Con valor inicial
ready_owner = Con responsable
ready_aligned = Alineados con la misión
n_drafts =
    { $count ->
        [one] { $count } borrador
       *[other] { $count } borradores
    }
overdue = atrasado
due_now = toca ahora
asked_for = Qué está pendiente
nothing_due = No hay nada pendiente.
due_check_in = seguimiento previsto para el { $date }
due_value = valor previsto para el { $date }
due_review = su ciclo ha terminado; revisión prevista para el { $date }
due_goals = objetivos previstos para el { $date }
due_confirmation = «{ $goal }» ha cambiado; ¿sigue contribuyendo a ello?
nudge = Un texto para enviar
nudge_opens = Hola, { $team }: ¿podemos pediros esto?
nudge_opens_all = Hola a todos: ¿podemos pediros esto?
copy = Copiar
copied = Copiado
findings = Hallazgos
findings_text = Lo que okrbook check encuentra en las fuentes, por regla, cada uno con su lugar.
no_findings = No se ha encontrado nada.

## Insignia
badge = Insignia
badge_text = Esta línea de Markdown muestra en cualquier otro lugar cómo va el objetivo.
badge_see = Ver la insignia
