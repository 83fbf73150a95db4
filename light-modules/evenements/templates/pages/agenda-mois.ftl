[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/evenements/templates/includes/filtres.ftl" as filtres]
[#import "/evenements/templates/includes/mois.ftl" as months]

[#assign month = months.asked()]
[#if !month?has_content]
  [@host.notFound /]
[#else]
  [#assign section = cmsfn.parent(content) name = months.name(month)]
  [#assign title = i18n.get("evenements.mois.titre" + name?matches("[aeiouyéâ].*")?then(".voyelle", ""), [name]) address = host.below(host.link(section), "/mois/" + month)]
  [#assign trail = [
    {"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)},
    {"label": name?cap_first, "plain": name?cap_first, "href": address}
  ]]
  [#assign list = agenda.dates({"jour": {"to": months.first(month, 1)}, "dernierJour": {"from": month + "-01"}} + filtres.wanted, "debut", 1, 500)]
  [#assign calls = filtres.deadlines(month + "-01", host.formatDate(date.plusDays(date.noonOf(months.first(month, 1)), -1), "yyyy-MM-dd"))]
  [#assign filtered = filtres.wanted?has_content query = choix.query(filtres.chosen, [filtres.originPart, filtres.deadlinesPart])]
  [#assign head][@page.breadcrumbData trail /][@agenda.css /][/#assign]
  [@page.layout title=title rubrique="agenda" address=address head=head indexed=(list.total > 0 && !filtered) printed=section]
    [@page.band title=title intro=content.intro!"" picture="/evenements/webresources/images/agenda.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@toList /]
      [@months.pager month host.link(section) "/mois/" "-" 12 18 query /]
      [@choix.form filtres.chosen?filter(one -> one.name != "pres") address i18n["evenements.filtres"] {"origine": filtres.origin, "pres": filtres.near, "echeances": filtres.deadlinesOff?then("non", "")} /]
      [@narrowed /]
      [@grid /]
      [#if list.total == 0 && !calls?has_content]<p class="count">${i18n["evenements.mois.vide"]}</p>[/#if]
      [@filtres.deadlinesSwitch address /]
      [@toList /]
    </div>
    [@agenda.next /]
  [/@page.layout]
[/#if]

[#macro toList]<p><a class="more" href="${choix.at(host.link(section), query)}">[@icones.icon "agenda" /] ${i18n["evenements.vues.liste"]}</a></p>[/#macro]

[#-- What the month is narrowed down to, and the way back to all of it. --]
[#macro narrowed]
[#if filtres.origin?has_content]
<ul class="chips" aria-label="${i18n["portail.filtres.choisis"]}">
  <li><a href="${choix.at(address, choix.query(filtres.chosen, [filtres.deadlinesPart]))}"><span class="hidden">${i18n["portail.filtres.retirer"]}</span> [#if filtres.origins?seq_contains(filtres.origin)]${i18n["evenements.onglets." + filtres.origin]}[#else]${host.text(filtres.origin)}[/#if] [@icones.icon "moins" /]</a></li>
  [#if !choix.labels(filtres.chosen)?has_content]<li><a href="${address}">${i18n["portail.filtres.tout"]}</a></li>[/#if]
</ul>
[/#if]
[@choix.chosen filters=filtres.chosen address=address more=[filtres.originPart, filtres.deadlinesPart] /]
[#if filtered]<p class="count" role="status">[#if list.total == 0]${i18n["evenements.compte.aucun"]}[#elseif list.total == 1]${i18n["evenements.compte.un"]}[#else]${i18n.get("evenements.compte.plusieurs", [list.total?c])}[/#if]</p>[/#if]
[/#macro]

[#-- A table of weeks; on a small screen the days that have something, one below the other. Hours and places where there is room: there, and on paper. --]
[#macro grid]
[#local first = date.noonOf(month + "-01") today = host.formatDate(host.now(), "yyyy-MM-dd")]
[#local names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]]
[#local before = names?seq_index_of(host.formatDate(first, "EEEE"))]
[#local rows = list.items?map(one -> {"occurrence": one, "event": host.itemOf(one)})]
<table class="month[#if rows?size + calls?size gt 24] month-full[/#if]">
  <caption class="hidden">${title}</caption>
  <thead><tr>[#list 1..7 as weekday]<th scope="col">${i18n["evenements.semaine." + weekday]}</th>[/#list]</tr></thead>
  <tbody>
  [#list 0..5 as week]
    [#local monday = date.plusDays(first, week * 7 - before)]
    [#if week == 0 || host.formatDate(monday, "yyyy-MM") == month]
    <tr>
    [#list 0..6 as weekday]
      [#local noon = date.plusDays(monday, weekday)]
      [#local day = host.formatDate(noon, "yyyy-MM-dd")]
      [#if !day?starts_with(month)]<td class="month-out"></td>[#else]
      [#local here = rows?filter(one -> !host.before(day, one.occurrence.jour) && !host.before(one.occurrence.dernierJour, day))]
      [#local last = calls?filter(one -> agenda.lastDayOf(one) == day)]
      <td[#if day == today] class="month-today" aria-current="date"[#elseif !here?has_content && !last?has_content] class="month-empty"[/#if]>
        <span class="month-day"><span class="month-weekday">${host.formatDate(noon, "EEEE")} </span>${host.formatDate(noon, "d")}<span class="month-weekday">[#if day?ends_with("-01")]<sup>er</sup>[/#if] ${host.formatDate(noon, "MMMM")}</span></span>
        [#if here?has_content || last?has_content]
        <ul>
          [#list here as one]
          <li class="month-item tag-${agenda.originOf(one.event)}[#if agenda.statusOf(one.event) == "annule"] rdv-off[/#if]">
            [@icones.icon agenda.originOf(one.event) /]<span class="hidden">${i18n["evenements.origine." + agenda.originOf(one.event)]} : </span>
            <a href="${agenda.addressOf(one.occurrence, one.event)}">[#if agenda.statusOf(one.event)?has_content]${i18n["evenements.statut." + agenda.statusOf(one.event)]} : [/#if]${one.event.titre!one.event.@name}</a>
            [#local facts = [(day == one.occurrence.jour && !host.isTrue(one.event.journee!false))?then(date.clock(one.occurrence.heure!""), ""), agenda.placeOf(one.event)]?filter(fact -> fact?has_content)]
            [#if facts?has_content]<span class="month-facts">${facts?join(", ")}</span>[/#if]
          </li>
          [/#list]
          [#list last as call]
          <li class="month-item month-deadline"><a href="${host.link(call)}">${i18n.get("evenements.echeance.titre", [call.titre!call.@name])}</a></li>
          [/#list]
        </ul>
        [/#if]
      </td>
      [/#if]
    [/#list]
    </tr>
    [/#if]
  [/#list]
  </tbody>
</table>
[/#macro]
