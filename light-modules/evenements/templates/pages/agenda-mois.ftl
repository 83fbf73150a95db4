[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/evenements/templates/includes/mois.ftl" as months]

[#assign month = months.asked()]
[#if !month?has_content]
  [@host.notFound /]
[#else]
  [#assign section = cmsfn.encode(cmsfn.parent(content)) name = months.name(month)]
  [#assign title = i18n.get("evenements.mois.titre", [name]) address = host.link(section) + "/mois/" + month]
  [#assign trail = [
    {"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)},
    {"label": name?cap_first, "plain": name?cap_first, "href": address}
  ]]
  [#assign list = agenda.dates({"jour": {"to": months.first(month, 1)}, "dernierJour": {"from": month + "-01"}}, "debut", 1, 500)]
  [#assign head][@page.breadcrumbData trail /][@agenda.css /][/#assign]
  [@page.layout title=title rubrique="agenda" address=address head=head indexed=(list.total > 0) printed=section]
    [@page.band title=title?replace(" de a", " d’a")?replace(" de o", " d’o") intro=content.intro!"" picture="/evenements/webresources/images/agenda.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@months.pager month host.link(section) + "/mois/" "-" 12 18 /]
      [@grid /]
      [#if list.total == 0]<p class="count">${i18n["evenements.mois.vide"]}</p>[/#if]
      <p><a class="more" href="${host.link(section)}">[@icones.icon "agenda" /] ${i18n["evenements.vues.liste"]}</a></p>
    </div>
    [@agenda.next /]
  [/@page.layout]
[/#if]

[#-- A table of weeks; on a small screen the days that have something, one below the other. --]
[#macro grid]
[#local first = date.noonOf(month + "-01") today = host.formatDate(host.now(), "yyyy-MM-dd")]
[#local names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]]
[#local before = names?seq_index_of(host.formatDate(first, "EEEE"))]
[#local rows = list.items?map(one -> {"occurrence": one, "event": host.itemOf(one)})]
<table class="month">
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
        <span class="month-day"><span class="month-weekday">${host.formatDate(noon, "EEEE")} </span>${host.formatDate(noon, "d")}<span class="month-weekday">[#if day?ends_with("-01")]er[/#if] ${host.formatDate(noon, "MMMM")}</span></span>
        [#if here?has_content || last?has_content]
        <ul>
          [#list here as one]
          <li class="month-item tag-${agenda.originOf(one.event)}[#if agenda.statusOf(one.event) == "annule"] rdv-off[/#if]">
            [@icones.icon agenda.originOf(one.event) /]<span class="hidden">${i18n["evenements.origine." + agenda.originOf(one.event)]} : </span>
            <a href="${agenda.addressOf(one.occurrence, one.event)}">[#if agenda.statusOf(one.event)?has_content]${i18n["evenements.statut." + agenda.statusOf(one.event)]} : [/#if]${one.event.titre!one.event.@name}</a>
          </li>
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
