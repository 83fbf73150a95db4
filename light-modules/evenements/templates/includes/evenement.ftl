[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/annonceurs.ftl" as annonceurs]

[#assign workspace = "evenements" nodeType = "bocage:evenement" occurrenceType = "bocage:occurrence"]

[#-- The dates of events that are asked for; each is a node below its event. --]
[#function dates filters sort="debut" page=1 size=12 once=false]
  [#return host.list({
    "workspace": workspace, "type": occurrenceType, "of": nodeType, "sort": sort, "page": page, "size": size,
    "filters": filters, "once": once
  })]
[/#function]

[#-- « à Guichen », « au Sel-de-Bretagne », « aux Brulais », behind a blank; nothing for what lies in no commune of the territory. --]
[#function inCommune commune]
  [#if !(commune.codeInsee!"")?has_content][#return ""][/#if]
  [#local name = commune.titre!commune.@name]
  [#list {"Le ": "au", "Les ": "aux"} as article, key]
    [#if name?starts_with(article)][#return " " + i18n.get("evenements.lieu." + key, [name?remove_beginning(article)])][/#if]
  [/#list]
  [#return " " + i18n.get("evenements.lieu.a", [name])]
[/#function]

[#-- What is not over yet, the nearest first. --]
[#function upcoming filters={} page=1 size=12]
  [#return dates({"fin": {"from": host.now()}} + filters, "debut", page, size)]
[/#function]

[#-- The same, of each event its nearest date alone. --]
[#function nearest filters={} page=1 size=12]
  [#return dates({"fin": {"from": host.now()}} + filters, "debut", page, size, true)]
[/#function]

[#-- How many dates there are from now to Sunday; those of events that are off do not count. --]
[#function thisWeek]
  [#local noon = date.plusDays(host.day(0), 0.5)]
  [#local weekday = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]?seq_index_of(host.formatDate(noon, "EEEE"))]
  [#local coming = upcoming({"jour": {"to": host.formatDate(date.plusDays(noon, 7 - weekday), "yyyy-MM-dd")}}, 1, 50).items]
  [#return coming?filter(one -> statusOf(host.itemOf(one)) != "annule")?size]
[/#function]

[#-- The nearest date of so many events, not of one of them. --]
[#function firsts size without=""]
  [#local found = nearest({}, 1, size + 1).items?filter(one -> host.itemOf(one).@id != without)]
  [#return (found?size > size)?then(found[0..<size], found)]
[/#function]

[#-- The next dates of other events that are to be. --]
[#function others event filters={}]
  [#return upcoming(filters, 1, 50).items?filter(one -> host.itemOf(one).@id != event.@id && statusOf(host.itemOf(one)) != "annule")]
[/#function]

[#-- The nearest date of another event like this one: by who organises it, else by theme, else in the same commune; or nothing. --]
[#function similar event]
  [#local acteurs = host.entries(event, "organisateurs")?map(one -> one.acteur!"")?filter(id -> id?has_content)]
  [#if acteurs?has_content]
    [#local theirs = host.list({"workspace": workspace, "type": nodeType, "filters": {"organisateurs/acteur": acteurs}, "size": 200}).items?map(one -> one.@id)]
    [#local found = others(event)?filter(one -> theirs?seq_contains(host.itemOf(one).@id))]
    [#if found?has_content][#return found?first][/#if]
  [/#if]
  [#list ["themes", "commune"] as property]
    [#if event[property]?has_content]
      [#local found = others(event, {property: event[property]})]
      [#if found?has_content][#return found?first][/#if]
    [/#if]
  [/#list]
  [#return {}]
[/#function]

[#function isSeries event][#return (event.recurrence)??][/#function]

[#function originOf event]
  [#local from = event.origine!""]
  [#return ["pole", "partenaire"]?seq_contains(from)?then(from, "territoire")]
[/#function]

[#-- Annulé, reporté, complet; empty when all goes well. --]
[#function statusOf event]
  [#local status = event.statut!""]
  [#return ["annule", "reporte", "complet"]?seq_contains(status)?then(status, "")]
[/#function]

[#-- The address of one date: that of the event when there is no other. --]
[#function addressOf occurrence event]
  [#return isSeries(event)?then(host.below(host.link(event), "/" + (occurrence.jour!"")), host.link(event))]
[/#function]

[#-- Who proposes it: words, an icon and a shape, and a colour besides. --]
[#macro origin event]
[#local from = originOf(event)]
<span class="tag tag-${from}">[@icones.icon from /] ${i18n["evenements.origine." + from]}</span>
[/#macro]

[#-- « 18 h 30 – 20 h », « du vendredi 26 au dimanche 28 juin », « Toute la journée » --]
[#function time occurrence event]
  [#local single = (occurrence.jour!"") == (occurrence.dernierJour!"")]
  [#local allDay = host.isTrue(event.journee!false)]
  [#if !single && allDay]
    [#return i18n["evenements.du"] + " " + beginning(occurrence) + " " + i18n["evenements.au"] + " " + date.words(date.noonOf(occurrence.dernierJour))]
  [/#if]
  [#local words = allDay?then(i18n["evenements.journee"], date.clock(occurrence.heure!""))]
  [#if !single]
    [#return words + ", " + i18n["evenements.jusquAu"] + " " + date.words(date.noonOf(occurrence.dernierJour))]
  [/#if]
  [#if allDay || !(event.fin)??][#return words][/#if]
  [#return words + " – " + date.clock(occurrence.heureFin!"")]
[/#function]

[#-- The first day of several, without its month when the last one names it. --]
[#function beginning occurrence]
  [#local first = date.noonOf(occurrence.jour)]
  [#if occurrence.jour[0..6] != occurrence.dernierJour[0..6]][#return date.words(first)][/#if]
  [#local day = host.formatDate(first, "d")]
  [#return host.formatDate(first, "EEEE") + "\xA0" + day + (day == "1")?then("er", "")]
[/#function]

[#-- Where it is: a place of the network, whose page one may read, or what was typed. --]
[#function whereOf event]
  [#local known = host.byId((event.lieu.lieu)!"", "lieux")]
  [#if known?has_content]
    [#return {"name": known.titre!known.@name, "plain": host.plain(known, "titre"), "street": known.adresse!"", "plainStreet": host.plain(known, "adresse"), "href": host.link(known), "position": known.position!{}}]
  [/#if]
  [#local typed = event.lieu!{}]
  [#return {"name": typed.nom!"", "plain": host.plain(typed, "nom"), "street": typed.adresse!"", "plainStreet": host.plain(typed, "adresse"), "href": "", "position": {}}]
[/#function]

[#-- Place and commune, or « En ligne ». --]
[#function placeOf event]
  [#local commune = host.byId(event.commune!"", "vocabulaires")]
  [#local parts = [whereOf(event).name, commune.titre!""]?filter(part -> part?has_content)]
  [#if parts?has_content][#return parts?join(", ")][/#if]
  [#return (event.enLigne!"")?has_content?then(i18n["evenements.enLigne"], "")]
[/#function]

[#macro status event]
[#local what = statusOf(event)]
[#if what?has_content]<span class="rdv-status rdv-status-${what}">${i18n["evenements.statut." + what]}</span> [/#if]
[/#macro]

[#-- « Tous les jeudis » and the dates that follow one, folded. until: the first day that is not asked for. --]
[#assign mostFolded = 12]
[#-- Rhythms that are told, and what of its days they keep. --]
[#assign rhythms = {"jour": "", "semaine": "EEEE", "quinzaine": "EEEE", "mois-jour": "EEEE", "mois-date": "d", "annee": "d MMMM"}]
[#macro furtherDates occurrence event until=""]
[#local tomorrow = host.formatDate(date.plusDays(date.noonOf(occurrence.jour), 1), "yyyy-MM-dd")]
[#local further = upcoming({"name": event.@name, "jour": {"from": tomorrow} + until?has_content?then({"to": until}, {})}, 1, mostFolded)]
[#if further.total > 0]
[#local weekday = host.formatDate(date.noonOf(occurrence.jour), "EEEE") rhythm = (event.recurrence.rythme)!""]
[#-- A date outside the rhythm, on another day, says nothing of it. --]
[#if rhythms[rhythm]?has_content && host.formatDate(event.debut!"", rhythms[rhythm]) != host.formatDate(date.noonOf(occurrence.jour), rhythms[rhythm])][#local rhythm = ""][/#if]
[#local others = (further.total == 1)?then(i18n["evenements.serie.une"], i18n.get("evenements.serie.plusieurs", [further.total?c]))]
[#local own = host.link(event)]
<details class="rdv-further">
  <summary>${rhythms[rhythm]???then(i18n.get("evenements.serie.avec", [i18n.get("evenements.serie." + rhythm, [weekday]), others]), others?cap_first)}</summary>
  <ul>
    [#list further.items as one]<li><a href="${host.below(own, "/" + one.jour)}">${date.words(date.noonOf(one.jour))}</a></li>[/#list]
    [#if further.total > mostFolded]<li><a href="${own}">${i18n["evenements.serie.toutes"]}</a></li>[/#if]
  </ul>
</details>
[/#if]
[/#macro]

[#-- One date in a list: at most who, what, when, where, how much, and a picture. folded: with the dates of its series that follow, before the day `until`. sizes: how wide the picture would be in its whole height. --]
[#assign inRows = "(min-width: 45rem) 240px, 160px"]
[#macro row occurrence event level=3 folded=false until="" sizes=inRows]
<article class="rdv linked rdv-${originOf(event)}[#if statusOf(event) == "annule"] rdv-off[/#if]">
  <div class="rdv-words">
    <h${level} class="rdv-title linked-title">[@status event /]<a href="${addressOf(occurrence, event)}">${event.titre!event.@name}</a></h${level}>
    <p class="rdv-facts">[@origin event /][@annonceurs.colours event /]
      <span class="fact">[@icones.icon "horaires" /] ${time(occurrence, event)}</span>
      [#if placeOf(event)?has_content]<span class="fact fact-place">[@icones.icon event.commune?has_content?then("lieu", "web") /] <span>${placeOf(event)}</span></span>[/#if]
      [#if ["gratuit", "libre"]?seq_contains(event.tarif!"")]<span class="fact">[@icones.icon "tarif" /] ${i18n["evenements.tarif." + event.tarif]}</span>[/#if]
    </p>
    [#if folded && isSeries(event)][@furtherDates occurrence event until /][/#if]
  </div>
  [#if (event.photo.image)?has_content]
  <div class="rdv-picture">[@image.picture photo=event.photo sizes=sizes /]</div>
  [/#if]
</article>
[/#macro]

[#-- The last day of a call for projects, among the dates. --]
[#macro deadline call level=3]
<article class="rdv linked rdv-deadline">
  <div class="rdv-words">
    <h${level} class="deadline-title linked-title"><a href="${host.link(call)}">${i18n.get("evenements.echeance.titre", [call.titre!call.@name])}</a></h${level}>
    <p class="rdv-facts"><span class="fact">[@icones.icon "horaires" /] ${i18n["evenements.echeance.dernierJour"]}</span>[#if call.financeur?has_content] <span class="fact">[@icones.icon "partenaire" /] ${call.financeur}</span>[/#if]</p>
  </div>
</article>
[/#macro]

[#function lastDayOf call][#return host.formatDate(call.cloture, "yyyy-MM-dd")][/#function]

[#-- Dates by day: a leaf of the calendar, and what happens on it. Something that has begun stands under today. calls: for projects, by their last day. --]
[#macro byDay occurrences level=2 calls=[] folded=false until="" sizes=inRows]
[#local today = host.formatDate(host.now(), "yyyy-MM-dd") tomorrow = host.formatDate(host.day(1), "yyyy-MM-dd")]
[#local days = [] rows = {}]
[#list occurrences as one]
  [#local begun = host.before(one.jour, today) && !host.before(one.dernierJour, today)]
  [#local key = begun?then(today, one.jour)]
  [#if !days?seq_contains(key)][#local days += [key]][/#if]
  [#local rows += {key: (rows[key]![]) + [one]}]
[/#list]
[#local last = {}]
[#list calls as call]
  [#local key = lastDayOf(call)]
  [#if !days?seq_contains(key)][#local days += [key]][/#if]
  [#local last += {key: (last[key]![]) + [call]}]
[/#list]
[#if calls?has_content][#local days = days?sort][/#if]
<ol class="days">
  [#list days as day]
  <li class="day">
    <h${level} class="day-head">
      [@date.leaf date.noonOf(day) /]
      [#if day == today]<span class="day-word">${i18n["evenements.aujourdhui"]}</span>[#elseif day == tomorrow]<span class="day-word">${i18n["evenements.demain"]}</span>[/#if]
    </h${level}>
    <ul class="day-rows">
      [#list rows[day]![] as one]<li>[@row one host.itemOf(one) level + 1 folded until sizes /]</li>[/#list]
      [#list last[day]![] as call]<li>[@deadline call level + 1 /]</li>[/#list]
    </ul>
  </li>
  [/#list]
</ol>
[/#macro]

[#-- What one may do next, having looked at dates. --]
[#macro next]
[@suite.steps [
  {"href": host.pageAt("/annonces/benevolat"), "icon": "besoin", "title": i18n["evenements.suite.benevolat"], "text": i18n["evenements.suite.benevolat.texte"]},
  {"href": host.pageAt("/actualites/photos"), "icon": "actualites", "title": i18n["evenements.suite.photos"], "text": i18n["evenements.suite.photos.texte"]},
  {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["evenements.suite.acteurs"], "text": i18n["evenements.suite.acteurs.texte"]}
] /]
[/#macro]

[#macro css]<link rel="stylesheet" href="${host.resource("/evenements/webresources/css/agenda.css")}">[/#macro]
