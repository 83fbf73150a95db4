[#import "/portail/templates/includes/host.ftl" as host]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#-- The pulse of the territory (UX-19), from what is on line: nothing of it is typed. --]

[#-- The last twelve months, this one last: name, events and actus of each; a month without any has 0. --]
[#function months]
  [#local now = host.now() months = []]
  [#local last = host.formatDate(now, "yyyy")?number * 12 + host.formatDate(now, "M")?number - 1]
  [#list 11..0 as back]
    [#local from = first(last - back) to = first(last - back + 1)]
    [#local months += [{
      "from": from,
      "events": events({"debut": {"from": from, "to": to}}),
      "news": host.list({"workspace": "actus", "type": "bocage:actu", "filters": {"publie": {"from": from, "to": to}}, "size": 1}).total
    }]]
  [/#list]
  [#return months]
[/#function]

[#-- The first moment of a month, counted from the year 0. --]
[#function first month]
  [#return ((month / 12)?floor?c + "-" + (month % 12 + 1)?string("00") + "-01 00:00")?datetime("yyyy-MM-dd HH:mm")]
[/#function]

[#function events filters]
  [#return host.list({"workspace": "evenements", "type": "bocage:occurrence", "of": "bocage:evenement", "filters": filters, "size": 1}).total]
[/#function]

[#function thisMonth]
  [#local now = host.now()]
  [#local month = host.formatDate(now, "yyyy")?number * 12 + host.formatDate(now, "M")?number - 1]
  [#return events({"debut": {"from": first(month), "to": first(month + 1)}})]
[/#function]

[#-- What is counted, in words: none and one are one. --]
[#function words what total][#return (total lt 2)?then(i18n["reseau.pouls." + what + ".une"], i18n["reseau.pouls." + what])][/#function]

[#-- What came on line in the last thirty days. --]
[#function fresh]
  [#local since = {"publie": {"from": host.day(-30), "to": host.day(1)}} found = 0]
  [#list {"actus": "bocage:actu", "evenements": "bocage:evenement", "annonces": "bocage:annonce", "acteurs": "bocage:acteur", "projets": "bocage:projet", "ressources": "bocage:ressource"} as workspace, type]
    [#local found += host.list({"workspace": workspace, "type": type, "filters": since, "size": 1}).total]
  [/#list]
  [#return found]
[/#function]

[#-- A line a kind, and the same as a table. --]
[#macro curve]
[#local months = months() most = 4]
[#list months as month][#list [month.events, month.news] as value][#if value gt most][#local most = value][/#if][/#list][/#list]
<figure class="pulse">
  <svg viewBox="0 0 720 230" role="img" aria-labelledby="pouls-dessin"><title id="pouls-dessin">${i18n["reseau.pouls.dessin"]}</title>
    <path class="pulse-ground" d="M20 200H700"/>
    [@line months "events" most /][@line months "news" most /]
    [#list months as month]<text x="${x(month?index)}" y="222">${host.formatDate(month.from, "MMM")}</text>[/#list]
  </svg>
  <figcaption><span class="pulse-key pulse-events">${i18n["reseau.pouls.rendezVous"]}</span> <span class="pulse-key pulse-news">${i18n["reseau.pouls.actus"]}</span></figcaption>
</figure>
<details class="pulse-table"><summary>${i18n["reseau.pouls.tableau"]}</summary>
<div class="pulse-scroll" tabindex="0" role="region" aria-label="${i18n["reseau.pouls.nombres"]}"><table>
  <thead><tr><th scope="col">${i18n["reseau.pouls.mois"]}</th><th scope="col">${i18n["reseau.pouls.rendezVous"]}</th><th scope="col">${i18n["reseau.pouls.actus"]}</th></tr></thead>
  <tbody>[#list months as month]<tr><th scope="row">${host.formatDate(month.from, "MMMM yyyy")}</th><td>${month.events?c}</td><td>${month.news?c}</td></tr>[/#list]</tbody>
</table></div></details>
<p class="small">${i18n["reseau.pouls.calcul"]}</p>
[/#macro]

[#function x index][#return (40 + index * 58)?c][/#function]

[#macro line months kind most]
[#local points = []]
[#list months as month][#local points += [x(month?index) + "," + (200 - month[kind] * 170 / most)?round?c]][/#list]
<polyline class="pulse-${kind}" points="${points?join(" ")}"/>[#list points as point]<circle class="pulse-${kind}" cx="${point?keep_before(",")}" cy="${point?keep_after(",")}" r="5"/>[/#list]
[/#macro]
