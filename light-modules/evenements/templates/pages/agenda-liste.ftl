[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/vue.ftl" as vue]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/evenements/templates/includes/filtres.ftl" as filtres]

[#assign moments = ["aujourdhui", "week-end", "30-jours"] size = 20]
[#assign number = choix.pageNumber() when = (ctx.quand!"")?string]
[#assign chosen = filtres.chosen origin = filtres.origin originPart = filtres.originPart span = period(when)]
[#assign filters = filtres.wanted + span]
[#assign list = agenda.nearest(filters, (number > 0)?then(number, 1), size)]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content)]
  [#assign filtered = filters?has_content]
  [#assign whenPart = when?has_content?then("quand=" + when?url("UTF-8"), "")]
  [#assign trail = [{"label": title, "plain": host.plain(content, "title"), "href": address}]]
  [#assign pageTitle = title + (number > 1)?then(", " + i18n["portail.pages.page"]?lower_case + " " + number?c, "")]
  [#assign query = choix.query(chosen, [originPart, whenPart, filtres.deadlinesPart])]
  [#assign calls = callsOfPage()]
  [#assign later = [] further = [] sooner = []]
  [#-- A known day or place that has nothing is answered by what is near: then, beside; there, after. One that nobody knows is not. --]
  [#if filtered && list.total == 0]
    [#if (filters.commune![])?filter(id -> id != "-")?has_content]
      [#assign further = agenda.nearest(withoutPlace(filters) + {"commune": around(filters.commune)}, 1, 3).items]
      [#if !further?has_content][#assign further = agenda.nearest(withoutPlace(filters), 1, 3).items][/#if]
    [/#if]
    [#if moments?seq_contains(when)][#assign later = agenda.nearest(filtres.wanted + {"jour": {"from": span.jour.to}}, 1, 3).items][/#if]
    [#if when == "week-end"][#assign sooner = agenda.nearest(filtres.wanted + {"jour": {"to": span.dernierJour.from}}, 1, 3).items][/#if]
  [/#if]
  [#assign calendar = choix.at("/agenda.ics", query)]
  [#assign head][@page.breadcrumbData trail /][@agenda.css /][#if host.outlet(calendar)?has_content]<link rel="alternate" type="text/calendar" href="${host.outlet(calendar)}" title="${title}">[/#if][/#assign]

  [@page.layout title=pageTitle description=host.attribute(content, "description") rubrique="agenda" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" slim=true /]
    <div class="inside">
      [@page.breadcrumb trail /]
      <div class="agenda-choices">
      <nav class="tabs tabs-many" aria-label="${i18n["evenements.onglets"]}">
        <ul>
          <li><a href="${choix.at(address, choix.query(chosen, [whenPart]))}"[#if !origin?has_content] aria-current="page"[/#if]>[@icones.icon "agenda" /] ${i18n["evenements.onglets.tout"]}</a></li>
          [#list filtres.origins as one]
          <li><a class="tab-${one}" href="${choix.at(address, choix.query(chosen, ["origine=" + one, whenPart]))}"[#if one == origin] aria-current="page"[/#if]>[@icones.icon one /] ${i18n["evenements.onglets." + one]}</a></li>
          [/#list]
        </ul>
      </nav>
      [@shortcuts /]
      [@nearby /]
      [@choix.form chosen?filter(one -> one.name != "pres") address i18n["evenements.filtres"] {"origine": origin, "quand": when, "pres": filtres.near, "echeances": filtres.deadlinesOff?then("non", "")} /]
      <div class="agenda-links">
      [#if list.total > 0][@vue.other address query /][/#if]
      [@subscription /]
      </div>
      </div>
      <p class="count" role="status">[#assign dates = agenda.upcoming(filters, 1, 1).total][#if dates == 0]${i18n["evenements.compte.aucun"]}[#elseif dates == 1]${i18n["evenements.compte.un"]}[#else]${i18n.get("evenements.compte.plusieurs", [dates?c])}[/#if]</p>
      [#if list.total > 0 || calls?has_content]
        [#if vue.inPictures && list.total > 0][@pictures list.items /][#else][@agenda.byDay occurrences=list.items calls=calls folded=true until=(span.jour.to)!"" /][/#if]
        [@page.pager address number list.pages choix.query(chosen, [originPart, whenPart, filtres.deadlinesPart, vue.part]) /]
      [#elseif filtered && (further + later + sooner)?has_content]
        <p>${i18n["evenements.proches"]}</p>
        [@nearest "plusLoin" further /]
        [@nearest "plusTard" later /]
        [@nearest "plusTot" sooner /]
        <p><a class="button" href="${address}">${i18n["evenements.ensuite.tout"]}</a></p>
      [#elseif filtered]
        [@page.empty title=i18n["evenements.filtres.vide.titre"] text=i18n["evenements.filtres.vide.texte"] ways=false]
        <p><a class="button" href="${address}">${i18n["evenements.ensuite.tout"]}</a></p>
        [/@page.empty]
      [#else]
        [@page.empty i18n["evenements.vide.titre"] i18n["evenements.vide.texte"] /]
      [/#if]
      [@filtres.deadlinesSwitch address=address more=[whenPart] /]
      [@page.propose "evenement" /]
      [@views /]
    </div>
    [@agenda.next /]
  [/@page.layout]
[/#if]

[#-- Today, this week-end, the next thirty days, as days; what is unknown finds nothing. --]
[#function period when]
  [#if !when?has_content][#return {}][/#if]
  [#local noon = date.plusDays(host.day(0), 0.5)]
  [#local weekday = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]?seq_index_of(host.formatDate(noon, "EEEE"))]
  [#switch when]
    [#case "aujourdhui"][#return between(noon, 0, 1)]
    [#case "week-end"][#return between(noon, (weekday == 6)?then(0, 5 - weekday), 7 - weekday)]
    [#case "30-jours"][#return between(noon, 0, 31)]
    [#default][#return {"jour": {"to": ""}}]
  [/#switch]
[/#function]

[#function between noon from to]
  [#return {
    "dernierJour": {"from": host.formatDate(date.plusDays(noon, from), "yyyy-MM-dd")},
    "jour": {"to": host.formatDate(date.plusDays(noon, to), "yyyy-MM-dd")}
  }]
[/#function]

[#-- The last days of calls for projects that fall on the days of this page: from the end of the one before to its own end. --]
[#function callsOfPage]
  [#local from = host.formatDate(host.now(), "yyyy-MM-dd") to = ""]
  [#if number > 1]
    [#local from = host.formatDate(date.plusDays(date.noonOf(agenda.nearest(filters, number - 1, size).items?last.jour), 1), "yyyy-MM-dd")]
  [/#if]
  [#if number < list.pages][#local to = list.items?last.jour][/#if]
  [#if when?has_content && !(span.dernierJour)??][#return []][/#if]
  [#if when?has_content && (!to?has_content || !host.before(to, span.jour.to))]
    [#local to = host.formatDate(date.plusDays(date.noonOf(span.jour.to), -1), "yyyy-MM-dd")]
  [/#if]
  [#if when?has_content && host.before(from, span.dernierJour.from)][#local from = span.dernierJour.from][/#if]
  [#return filtres.deadlines(from, to)]
[/#function]

[#macro pictures occurrences]
[#local shown = []]
[#list occurrences as one]
  [#local event = host.itemOf(one)]
  [#local shown += [{"href": agenda.addressOf(one, event), "title": agenda.statusOf(event)?has_content?then(i18n["evenements.statut." + agenda.statusOf(event)] + " : ", "") + (event.titre!event.@name), "photo": event.photo!{}, "drawing": "/evenements/webresources/images/agenda.svg", "fact": date.words(date.noonOf(one.jour))?cap_first}]]
[/#list]
[@vue.wall shown /]
[/#macro]

[#-- The filters with the chosen one first, so that it is seen where there is little room. --]
[#macro shortcuts]
[#local free = asked("tarif") narrowed = choix.labels(chosen)?has_content]
<ul class="chips" aria-label="${i18n["evenements.raccourcis"]}">
  [#if moments?seq_contains(when)]<li><a href="${choix.at(address, choix.query(chosen, [originPart]))}" aria-current="true">${i18n["evenements.quand." + when]}</a></li>[/#if]
  [@choix.chips filters=chosen address=address more=[originPart, whenPart, filtres.deadlinesPart] /]
  [#list moments?filter(one -> one != when) as one]
  <li><a href="${choix.at(address, choix.query(chosen, [originPart, "quand=" + one]))}">${i18n["evenements.quand." + one]}</a></li>
  [/#list]
  [#if !free?seq_contains("gratuit")]<li><a href="${choix.at(address, choix.query(chosen, [originPart, whenPart, "tarif=gratuit"]))}">${i18n["evenements.gratuit"]}</a></li>[/#if]
  [#if narrowed]<li><a href="${address}">${i18n["portail.filtres.tout"]}</a></li>[/#if]
</ul>
[/#macro]

[#-- The nearest in time, or in place, of what was asked for and is not. --]
[#macro nearest name occurrences]
[#if occurrences?has_content]
<section class="agenda-nearest" aria-labelledby="proches-${name}">
  <h2 id="proches-${name}">${i18n["evenements.proches." + name]}</h2>
  [@agenda.byDay occurrences=occurrences level=3 /]
</section>
[/#if]
[/#macro]

[#function withoutPlace filters]
  [#local others = {}]
  [#list filters as property, value][#if property != "commune"][#local others += {property: value}][/#if][/#list]
  [#return others]
[/#function]

[#-- The communes, and those that lie around them. --]
[#function around ids]
  [#local codes = []]
  [#list ids as id]
    [#local code = host.plain(host.byId(id, "vocabulaires"), "codeInsee")]
    [#if code?has_content][#local codes += [code] + host.communesAround(code)][/#if]
  [/#list]
  [#return choix.withCodes(codes)]
[/#function]

[#function asked name][#return chosen?filter(one -> one.name == name)?first.asked][/#function]

[#-- A commune and its neighbours: chosen, not asked of the browser. --]
[#macro nearby]
[#local near = chosen?filter(one -> one.name == "pres")?first]
[#if near.options?has_content]
<form class="near" action="${address}" method="get">
  [#if origin?has_content]<input type="hidden" name="origine" value="${host.text(origin)}">[/#if]
  [#if when?has_content]<input type="hidden" name="quand" value="${host.text(when)}">[/#if]
  [#list chosen?filter(one -> one.name != "pres") as filter][#list filter.asked as value]<input type="hidden" name="${filter.name}" value="${host.text(value)}">[/#list][/#list]
  <label class="hidden" for="pres">${i18n["evenements.pres.commune"]}</label>
  <select id="pres" name="pres">
    <option value="">${i18n["evenements.pres"]}…</option>
    [#list near.options as one]<option value="${one.value}"[#if near.asked?seq_contains(one.value)] selected[/#if]>${one.label}</option>
    [/#list]
  </select>
  <button class="button button-quiet" type="submit">${i18n["portail.filtres.voir"]}</button>
</form>
[/#if]
[/#macro]

[#-- Link to the ways of having these dates in a calendar of one's own. --]
[#macro subscription]
[#local page = host.pageAt("/flux")]
[#if page?has_content]<p class="other-view"><a class="more" href="${choix.at(page, query)}#flux-agenda"[#if query?has_content] rel="nofollow"[/#if]>[@icones.icon "agenda" /] ${i18n["evenements.vues.chezMoi"]}</a></p>[/#if]
[/#macro]

[#-- The month of the next date, whatever the filters. --]
[#function nextMonth]
  [#local now = host.formatDate(host.now(), "yyyy-MM") next = agenda.upcoming({}, 1, 1).items]
  [#return (next?has_content && host.before(now, next?first.jour))?then(next?first.jour[0..<7], now)]
[/#function]

[#macro views]
<nav class="views" aria-label="${i18n["evenements.vues"]}">
  <ul>
    <li><a class="more" href="${choix.at(host.below(address, "/mois/" + nextMonth()), choix.query(chosen, [originPart, filtres.deadlinesPart]))}">[@icones.icon "agenda" /] ${i18n["evenements.vues.mois"]}</a></li>
    [#if host.outlet(calendar)?has_content]
    <li><a class="more" href="${host.webcal("/agenda.ics", query)}">[@icones.icon "agenda" /] ${i18n["evenements.vues.abonner"]}</a></li>
    <li><a class="more" href="${host.outlet(calendar)}">[@icones.icon "suite" /] ${i18n["evenements.vues.ajouter"]}</a></li>
    [/#if]
    [#local maker = host.isBocage()?then(host.pageAt("/integrer"), "")]
    [#if maker?has_content]<li><a class="more" href="${maker}">[@icones.icon "web" /] ${i18n["portail.integrer.lien"]}</a></li>[/#if]
    <li><a class="more" href="${host.below(address, "/archives/" + host.formatDate(host.now(), "yyyy/MM"))}">[@icones.icon "retour" /] ${i18n["evenements.vues.archives"]}</a></li>
  </ul>
</nav>
[/#macro]
