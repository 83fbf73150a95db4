[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as letters]
[#import "/portail/templates/includes/annonceurs.ftl" as annonceurs]

[#assign workspace = "annonces" nodeType = "bocage:annonce"]

[#-- The sections of the rubrique, by the end of their address: kinds of annonces and a drawing. --]
[#assign sections = {
  "emploi": ["emploi"],
  "stages": ["stage-service-civique"],
  "benevolat": ["benevolat"],
  "appels-a-projets": ["appel-a-projets"],
  "bons-plans": ["bon-plan"],
  "materiel": ["materiel-besoin", "materiel-don"]
}]

[#-- Those that are open, the ones that close first; closed ones leave with their last day. --]
[#function open filters={} page=1 size=12 sort="cloture"]
  [#return host.list({
    "workspace": workspace, "type": nodeType, "sort": sort, "page": page, "size": size,
    "filters": {"cloture": {"from": host.day()}} + filters
  })]
[/#function]

[#function sectionOf annonce]
  [#list sections as name, kinds][#if kinds?seq_contains(annonce.type!"")][#return name][/#if][/#list]
  [#return ""]
[/#function]

[#function isOpen annonce]
  [#return annonce.cloture?? && annonce.cloture?is_date_like && annonce.cloture?long gte host.day()?long]
[/#function]

[#-- Days left after today. --]
[#function daysLeft annonce]
  [#return ((annonce.cloture?long - host.day()?long) / 86400000)?round]
[/#function]

[#-- How long one may still answer; soon is loud. --]
[#macro deadline annonce]
[#if annonce.cloture?? && annonce.cloture?is_date_like && isOpen(annonce)]
[#local days = daysLeft(annonce)]
<span class="deadline[#if days <= 7] deadline-soon[/#if]">[@icones.icon "sablier" /]
  [#if days == 0]${i18n["annonces.reste.dernier"]}[#elseif days == 1]${i18n["annonces.reste.demain"]}[#elseif days <= 14]${i18n.get("annonces.reste.peu", [days?c])}[#else]${i18n["annonces.reste.jusquau"]} <time datetime="${host.formatDate(annonce.cloture, "yyyy-MM-dd")}">${dayMonth(annonce.cloture)}</time>[/#if]</span>
[/#if]
[/#macro]

[#function dayMonth moment]
  [#local day = host.formatDate(moment, "d")]
  [#return day + (day == "1")?then("er", "") + " " + host.formatDate(moment, "MMMM")]
[/#function]

[#function structureOf annonce]
  [#return host.byId((annonce.structure.acteur)!"", "acteurs")]
[/#function]

[#function structureName annonce]
  [#local known = structureOf(annonce)]
  [#return known.titre!(annonce.structure.nom)!""]
[/#function]

[#function placeOf annonce]
  [#local commune = host.byId(annonce.commune!"", "vocabulaires")]
  [#return commune.titre!host.isTrue(annonce.aDistance!false)?then(i18n["annonces.aDistance"], i18n["annonces.territoire"])]
[/#function]

[#macro kind annonce]
<span class="tag tag-annonce">${i18n["annonces.sorte." + annonce.type!"emploi"]}</span>
[/#macro]

[#-- Where one answers in one press: the form of what takes letters; the other ways are on its page. --]
[#function answerAt annonce]
  [#local takesLetters = host.entries(annonce, "commentRepondre")?filter(way -> (way.genre!"") == "courriel")?has_content]
  [#return takesLetters?then(letters.letterTo(workspace, annonce), "")]
[/#function]

[#-- direct: with the way to answer it. --]
[#macro card annonce level=3 direct=false]
[#local answer = direct?then(answerAt(annonce), "")]
[#local foot][#compress][@deadline annonce /] [#if answer?has_content]<a class="card-answer" href="${answer}" rel="nofollow">[@icones.icon "message" /] ${i18n["annonces.repondre"]}<span class="hidden"> : ${annonce.titre!annonce.@name}</span></a>[/#if][/#compress][/#local]
[@cards.card title=annonce.titre!annonce.@name href=host.link(annonce) photo=annonce.photo!{} drawing="/annonces/webresources/images/" + (sectionOf(annonce)?has_content)?then(sectionOf(annonce), "emploi") + ".svg" text=structureName(annonce) foot=foot level=level]
  [@kind annonce /] [@annonceurs.colours annonce /]
  <span class="fact">[@icones.icon "lieu" /] ${placeOf(annonce)}</span>
[/@cards.card]
[/#macro]

[#macro cardList annonces level=3 direct=false]
<ul class="cards cards-thin">
  [#list annonces as one]<li>[@card one level direct /]</li>[/#list]
</ul>
[/#macro]

[#-- Others of the same kind, without one of them. --]
[#function others annonce size=3]
  [#return open({"type": sections[sectionOf(annonce)]![]}, 1, size + 1).items?filter(one -> one.@id != annonce.@id)[0..*size]]
[/#function]

[#-- Needs and gifts that answer each other: the other kind, the same category, thirty kilometres away at most (AN-10). --]
[#assign answers = {"materiel-besoin": "materiel-don", "materiel-don": "materiel-besoin"} mostKilometres = 30]
[#function matches annonce]
  [#local wanted = answers[annonce.type!""]!""]
  [#if !wanted?has_content || !annonce.categorieMateriel?has_content][#return []][/#if]
  [#local found = open({"type": wanted, "categorieMateriel": annonce.categorieMateriel}, 1, 50).items]
  [#return found?filter(one -> isNear(one, annonce))]
[/#function]

[#-- What names no commune is for the whole territory. --]
[#function isNear one other]
  [#import "/acteurs/templates/includes/territoire.ftl" as territory]
  [#local a = territory.cells[host.plain(host.byId(one.commune!"", "vocabulaires"), "codeInsee")]!{} b = territory.cells[host.plain(host.byId(other.commune!"", "vocabulaires"), "codeInsee")]!{}]
  [#if !a.bourgX?? || !b.bourgX??][#return true][/#if]
  [#local x = a.bourgX - b.bourgX y = a.bourgY - b.bourgY most = mostKilometres * territory.kilometre]
  [#return x * x + y * y lte most * most]
[/#function]

[#macro css]<link rel="stylesheet" href="${host.resource("/annonces/webresources/css/annonces.css")}">[/#macro]
