[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/page.ftl" as pages]

[#-- What the pages of the rubrique share. --]

[#assign workspace = "ressources" nodeType = "bocage:ressource"]
[#assign kinds = ["guide", "fiche", "modele", "lien", "document", "video", "financement", "accompagnement"]]
[#assign stages = ["idee", "etude", "creation", "developpement", "difficulte"]]
[#assign profiles = ["association", "entreprise", "porteur-de-projet", "elu", "jeune"]]
[#assign style][#compress]<link rel="stylesheet" href="${host.resource("/ressources/webresources/css/ressources.css")}">[/#compress][/#assign]

[#-- Those checked last come first: what one can lean on. --]
[#function listed filters={} page=1 size=12]
  [#return host.list({"workspace": workspace, "type": nodeType, "sort": "verifieLe desc", "filters": filters, "page": page, "size": size})]
[/#function]

[#function profileNamed name][#return host.byPath("/profils/" + name, "vocabulaires")][/#function]

[#-- The trail of a page below the home page. --]
[#function trailOf page]
  [#local trail = []]
  [#list cmsfn.ancestors(page, "mgnl:page")![] as one]
    [#if !pages.isGroup(one)]
      [#local trail += [{"label": one.title!one.@name, "plain": host.plain(one, "title"), "href": host.link(one)}]]
    [/#if]
  [/#list]
  [#return trail + [{"label": page.title!page.@name, "plain": host.plain(page, "title"), "href": host.link(page)}]]
[/#function]

[#-- For everybody: all the profiles there are. --]
[#function audience one]
  [#local who = host.references(one.profils![], "vocabulaires")]
  [#return (who?size gte profiles?size)?then(i18n["ressources.tous"], who?map(word -> (word.titre!word.@name)?uncap_first)?join(", "))]
[/#function]

[#-- Days left before the deadline; -1: over; -2: none. --]
[#function daysLeft one]
  [#local end = (one.financement.echeance)!""]
  [#if !end?is_date_like || host.isTrue((one.financement.permanent)!false)][#return -2][/#if]
  [#return (end?long < host.day()?long)?then(-1, ((end?long - host.day()?long) / 86400000)?round)]
[/#function]

[#-- How long one may still ask: in days when they are few, else until when. --]
[#function left days end]
  [#if days == 0][#return i18n["ressources.reste.dernier"]][/#if]
  [#if days == 1][#return i18n["ressources.reste.demain"]][/#if]
  [#return (days <= 14)?then(i18n.get("ressources.reste.jours", [days?c]), i18n.get("ressources.reste.jusquau", [dayMonth(end)]))]
[/#function]

[#function amount least most]
  [#if least > 0 && most > 0][#return i18n.get("ressources.montant.entre", [least?string(",##0"), most?string(",##0")])][/#if]
  [#if most > 0][#return i18n.get("ressources.montant.jusqua", [most?string(",##0")])][/#if]
  [#if least > 0][#return i18n.get("ressources.montant.des", [least?string(",##0")])][/#if]
  [#return ""]
[/#function]

[#-- A file one may take: href, format and weight in words; an empty hash when it is gone. --]
[#function fileOf key]
  [#local asset = host.asset(key!"")]
  [#local address = host.assetLink(key!"")]
  [#if !address?has_content][#return {}][/#if]
  [#local name = host.decoded((asset.fileName)!(asset.name)!"")]
  [#local size = (asset.fileSize)!0]
  [#local weight = (size gte 1048576)?then(i18n.get("ressources.poids.mo", [(size / 1048576)?string("0.#")]), i18n.get("ressources.poids.ko", [((size + 1023) / 1024)?int?c]))]
  [#return {"href": host.text(address), "format": host.text(name?keep_after_last(".")?upper_case), "weight": weight}]
[/#function]

[#-- An address of a resource that may be printed: of the web, or of this site; empty when it is neither. --]
[#function addressOf one]
  [#local address = host.plain(one, "lien")]
  [#if address?matches("/[^/\\s\"'<>]\\S*")][#return host.text(ctx.contextPath + address)][/#if]
  [#return host.webAddress(address)]
[/#function]

[#macro kind one]
<span class="label label-${one.genre!"document"}">[@icones.icon one.genre!"document" /] ${i18n["ressources.sorte." + one.genre!"document"]}</span>
[/#macro]

[#-- A tool on its peg: what it is, what for, for whom. --]
[#macro card one level=3]
<article class="tool linked">
  <h${level} class="tool-title linked-title"><a href="${host.link(one)}">${one.titre!one.@name}</a></h${level}>
  <p>${one.resume!}</p>
  <p class="tool-facts">
    [@kind one /]
    [#local days = daysLeft(one)]
    [#if days == -1]<span class="fact">[@icones.icon "sablier" /] ${i18n["ressources.passe"]} ${shortDate(one.financement.echeance)}</span>
    [#elseif days gte 0]<span class="fact">[@icones.icon "sablier" /] ${left(days, one.financement.echeance)}</span>
    [#elseif one.fichier?has_content]
      [#local file = fileOf(one.fichier)]
      [#if file?has_content]<span class="fact">[@icones.icon "fichier" /] ${file.format}, ${file.weight}</span>[/#if]
    [/#if]
    [#if one.langue?has_content && one.langue != "fr"]<span class="fact">${i18n["ressources.langue." + one.langue]}</span>[/#if]
  </p>
  <p class="tool-who">${i18n["ressources.pour"]} ${audience(one)}</p>
</article>
[/#macro]

[#macro cardList all level=3]
<ul class="tools">
  [#list all as one]<li>[@card one level /]</li>
  [/#list]
</ul>
[/#macro]

[#macro profileDoors but=""]
<ul class="profiles">
  [#list profiles?filter(name -> name != but) as name]
    [#local target = host.pageAt("/ressources/pour/" + name)]
    [#if target?has_content]
    <li class="profile-${name}"><a href="${target}"><img src="${host.resource("/ressources/webresources/images/profil-" + name + ".svg")}" alt="" width="160" height="100" loading="lazy" decoding="async"><span><strong>${i18n["ressources.porte." + name]}</strong> <span>${i18n["ressources.porte." + name + ".texte"]}</span></span></a></li>
    [/#if]
  [/#list]
</ul>
[/#macro]

[#function dayMonth date]
  [#local day = host.formatDate(date, "d")]
  [#return day + (day == "1")?then("er", "") + " " + host.formatDate(date, "MMMM")]
[/#function]

[#function shortDate date]
  [#local day = host.formatDate(date, "d")]
  [#return day + (day == "1")?then("er", "") + " " + host.formatDate(date, "MMMM yyyy")]
[/#function]

[#function counted total]
  [#return (total == 0)?then(i18n["ressources.compte.zero"], (total == 1)?then(i18n["ressources.compte.une"], i18n.get("ressources.compte.plusieurs", [total?c])))]
[/#function]

[#-- A filter of choix.ftl by the values of an enumeration. --]
[#function optionsOf values prefix but=[]]
  [#return values?filter(value -> !but?seq_contains(value))?map(value -> {"value": value, "label": i18n[prefix + value], "wanted": value})]
[/#function]
