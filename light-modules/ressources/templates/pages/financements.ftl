[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]

[#-- Resources that finance and open calls of the board, by deadline; what both tell is told once. --]
[#assign dated = [] always = [] told = []]
[#list ressources.listed({"genre": "financement"}, 1, 500).items as one]
  [#assign days = ressources.daysLeft(one)]
  [#if days != -1]
    [#assign fund = one.financement!{}]
    [#assign row = {"title": one.titre!one.@name, "href": host.link(one), "funder": fund.financeur!"", "text": one.resume!"",
      "amount": ressources.amount(fund.montantMin!0, fund.montantMax!0), "who": whoMay(fund.eligibles![]), "checked": one.verifieLe!"", "days": days}]
    [#assign told += [host.plain(one, "lien")]]
    [#if days gte 0][#assign dated += [row + {"end": fund.echeance, "key": fund.echeance?long}]][#else][#assign always += [row]][/#if]
  [/#if]
[/#list]
[#list annonces.open({"type": "appel-a-projets"}, 1, 500).items as one]
  [#if !told?seq_contains(host.plain(one, "lienOfficiel"))]
    [#assign dated += [{"title": one.titre!one.@name, "href": host.link(one), "funder": one.financeur!"", "text": "",
      "amount": ressources.amount(one.montantMin!0, one.montantMax!0), "who": whoMay(one.eligibles![]), "checked": "", "days": annonces.daysLeft(one), "end": one.cloture, "key": one.cloture?long}]]
  [/#if]
[/#list]
[#assign dated = host.sortedBy(dated, "key") total = dated?size + always?size]
[#assign title = content.title!content.@name trail = ressources.trailOf(content)]
[#assign head][@page.breadcrumbData trail /]${ressources.style}[/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="ressources" head=head]
  [@page.band title=title intro=content.intro!"" picture="/ressources/webresources/images/financements.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <p class="count">${(total == 0)?then(i18n["ressources.financements.compte.zero"], (total == 1)?then(i18n["ressources.financements.compte.une"], i18n.get("ressources.financements.compte.plusieurs", [total?c])))}</p>
    [#if dated?has_content]
    <section aria-labelledby="dates">
      <h2 id="dates">${i18n["ressources.financements.dates"]}</h2>
      <ul class="funds">
        [#list dated as one]
        <li class="fund[#if one.days <= 7] fund-soon[/#if]">
          <div class="fund-when">
            <p class="fund-until">${i18n["ressources.reste.date"]}</p>
            [@date.leaf one.end /]
            [#if one.days <= 14]<p class="fund-left">[@icones.icon "sablier" /] ${ressources.left(one.days, one.end)}</p>[/#if]
          </div>
          <div>[@rowOf one /]</div>
        </li>
        [/#list]
      </ul>
    </section>
    [/#if]
    [#if always?has_content]
    <section aria-labelledby="permanents">
      <h2 id="permanents">${i18n["ressources.financements.permanents"]}</h2>
      <p>${i18n["ressources.financements.permanents.texte"]}</p>
      <ul class="funds">
        [#list always as one]<li class="fund"><div class="fund-when"><span class="fund-always">[@icones.icon "financement" /]</span></div><div>[@rowOf one /]</div></li>[/#list]
      </ul>
    </section>
    [/#if]
    [#if total == 0][@page.empty i18n["ressources.financements.vide.titre"] i18n["ressources.financements.vide.texte"] /][/#if]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/ressources/accompagnement"), "icon": "accompagnement", "title": i18n["ressources.suite.accompagnement"], "text": i18n["ressources.suite.accompagnement.texte"]},
    {"href": host.pageAt("/ressources"), "icon": "ressources", "title": i18n["ressources.suite.toutes"], "text": i18n["ressources.suite.toutes.texte"]}
  ] /]
[/@page.layout]

[#macro rowOf one]
<h3><a href="${one.href}">${one.title}</a></h3>
<p class="fund-amount">[#if one.amount?has_content]<strong>${one.amount}</strong>[/#if][#if one.funder?has_content] <span>${one.funder}</span>[/#if]</p>
[#if one.text?has_content]<p>${one.text}</p>[/#if]
<p class="tool-who">[#if one.who?has_content]${i18n["ressources.pour"]} ${one.who}[/#if][#if one.checked?is_date_like][#if one.who?has_content] · [/#if]${i18n["ressources.verifiee"]} ${host.formatDate(one.checked, "MMMM yyyy")}[/#if]</p>
[/#macro]

[#function whoMay ids]
  [#return host.references(ids, "vocabulaires")?map(word -> (word.titre!word.@name)?uncap_first)?join(", ")]
[/#function]
