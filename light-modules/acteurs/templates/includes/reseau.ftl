[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- What the pages of the network share: lists, cards, tags. --]

[#assign drawing = "/acteurs/webresources/images/reseau-carte.svg"]
[#assign style][#compress]<link rel="stylesheet" href="${host.resource("/acteurs/webresources/css/reseau.css")}">[/#compress][/#assign]

[#-- Items of a workspace in alphabetical order; what there may be of them is in the index. --]
[#function listed workspace type filters={} page=1 size=24 sort="titre"]
  [#return host.list({"workspace": workspace, "type": type, "sort": sort, "filters": filters, "page": page, "size": size})]
[/#function]

[#-- A fiche that nobody has confirmed for two years sleeps: no list, no map and no count has it. --]
[#assign asleep = host.day(-730)]
[#function isAsleep acteur][#return (acteur.verifieLe)?? && acteur.verifieLe?is_date_like && acteur.verifieLe?long < asleep?long][/#function]

[#function acteurs filters={} page=1 size=24][#return listed("acteurs", "bocage:acteur", {"verifieLe": {"from": asleep}} + filters, page, size)][/#function]
[#function lieux filters={} page=1 size=24][#return listed("lieux", "bocage:lieu", filters, page, size)][/#function]
[#function projets filters={} page=1 size=24][#return listed("projets", "bocage:projet", filters, page, size)][/#function]
[#function personnes filters={}][#return listed("personnes", "bocage:personne", filters, 1, 500)][/#function]

[#-- Of what is listed, what the map shows; what stands behind comes last. --]
[#function onMap items]
  [#local shown = items?filter(one -> !(one.horsCarte)??)]
  [#return shown?filter(one -> !(one.carteApres)??) + shown?filter(one -> (one.carteApres)??)]
[/#function]

[#-- The word that a reference names, as read; empty when it is gone. --]
[#function wordOf id][#local node = host.byId(id, "vocabulaires")][#return (node.titre)!""][/#function]

[#-- The pictures of an item: `photos`, else its single `photo`, `logo` or `portrait`. --]
[#function pictureOf item]
  [#local several = image.of(item)]
  [#if several?has_content][#return several?first][/#if]
  [#list ["photo", "logo"] as name]
    [#if (item[name].image)?has_content && host.assetLink(item[name].image, "carte")?has_content][#return item[name]][/#if]
  [/#list]
  [#return {}]
[/#function]

[#macro place id]
[#local name = wordOf(id)]
[#if name?has_content]<span class="fact">[@icones.icon "lieu" /] ${name}</span>[/#if]
[/#macro]

[#macro places ids]
[#local communes = host.references(ids, "vocabulaires")]
[#if communes?has_content]
<span class="fact">[@icones.icon "lieu" /] [#list communes as commune]${commune.titre!commune.@name}[#sep], [/#list]</span>
[/#if]
[/#macro]

[#macro badges acteur]
[#if host.isTrue(acteur.adherent!false)]<span class="badge badge-adherent">[@icones.icon "adherents" /] ${i18n["acteurs.adherent"]}</span>[/#if]
[#if host.isTrue(acteur.partenaire!false)]<span class="badge badge-partenaire">[@icones.icon "partenaire" /] ${i18n["acteurs.partenaire"]}</span>[/#if]
[/#macro]

[#macro acteurCard acteur level=3]
[@cards.card title=acteur.titre!acteur.@name href=host.link(acteur) photo=pictureOf(acteur) drawing=drawing text=acteur.accroche!"" level=level]
  <span class="fact">[@icones.icon "acteurs" /] <span>${wordOf(acteur.famille!"")}</span></span>
  [@place acteur.commune!"" /]
  [@badges acteur /]
[/@cards.card]
[/#macro]

[#macro lieuCard lieu level=3]
[@cards.card title=lieu.titre!lieu.@name href=host.link(lieu) photo=pictureOf(lieu) drawing=drawing text=lieu.accroche!"" level=level]
  <span class="fact">[@icones.icon "lieux" /] <span>${usages(lieu)}</span></span>
  [@place lieu.commune!"" /]
[/@cards.card]
[/#macro]

[#-- Carrier of a project: a structure, or the first name of somebody who agreed to be named; nothing otherwise. --]
[#function carrierOf projet]
  [#local acteur = host.byId((projet.porteur.acteur)!"", "acteurs")]
  [#return acteur?has_content?then(acteur.titre!acteur.@name, host.open(projet, "porteur/prenom"))]
[/#function]

[#macro projetCard projet level=3]
[@cards.card title=projet.titre!projet.@name href=host.link(projet) photo=pictureOf(projet) drawing="/acteurs/webresources/images/projet-carte.svg" text=projet.resume!"" level=level]
  [@stage projet /]
  [@places projet.communes![] /]
  [#local carrier = carrierOf(projet)]
  [#if carrier?has_content]<span class="fact">[@icones.icon "contacts" /] <span>${i18n.get("projets.porte", [carrier])}</span></span>[/#if]
  [@reserved projet /]
[/@cards.card]
[/#macro]

[#macro cardList items kind level=3]
<ul class="cards">
  [#list items as item]
  <li>[#switch kind][#case "lieux"][@lieuCard item level /][#break][#case "projets"][@projetCard item level /][#break][#default][@acteurCard item level /][/#switch]</li>
  [/#list]
</ul>
[/#macro]

[#assign stages = ["idee", "etude", "lancement", "installe", "en-pause"]]
[#assign needs = ["coup-de-main", "local", "financement", "competences", "materiel", "test"]]
[#assign uses = ["cafe", "epicerie", "tiers-lieu", "coworking", "salle", "jardin", "atelier", "reemploi"]]

[#-- A stage is words and a number of shoots out of four. --]
[#macro stage projet]
[#local at = projet.stade!""]
[#if stages?seq_contains(at)]
<span class="stage stage-${at}"><span class="stage-steps" aria-hidden="true">[#list 1..4 as step]<i[#if at != "en-pause" && step <= stages?seq_index_of(at) + 1] class="on"[/#if]></i>[/#list]</span> ${i18n["projets.detail.stade.options." + at]}</span>
[/#if]
[/#macro]

[#-- Whoever reads a reserved project is told so. --]
[#macro reserved projet]
[#if ["adherents", "ca"]?seq_contains(projet.visibilite!"")]<span class="badge">[@icones.icon "espace" /] ${i18n["projets.reserve." + projet.visibilite]}</span>[/#if]
[/#macro]

[#function usages lieu]
  [#local labels = (lieu.usages![])?filter(one -> uses?seq_contains(one))?map(one -> i18n["lieux.detail.usages.options." + one])]
  [#return labels?join(", ")]
[/#function]

[#-- The way to the commune that a visitor told to be theirs, which their browser alone knows. --]
[#macro ownCommune]<p class="own-commune-way" data-own-commune hidden><a class="more" href="${communes()}">${i18n["commune.laMienne.lien"]} <strong></strong> [@icones.icon "suite" /]</a></p>[/#macro]

[#-- « 12 structures » --]
[#function count kind total]
  [#if total == 0][#return i18n["reseau.compte." + kind + ".zero"]][/#if]
  [#return (total == 1)?then(i18n["reseau.compte." + kind + ".un"], i18n.get("reseau.compte." + kind + ".plusieurs", [total?c]))]
[/#function]

[#-- « 12 structures, par ordre alphabétique »: above a list, what there is and in what order. --]
[#function counted kind total order="alphabet"]
  [#return count(kind, total) + (total > 1)?then(", " + i18n["reseau.tri." + order], "")]
[/#function]

[#-- Steps of a breadcrumb for the pages above one, this page last. --]
[#function trailOf page label="" plain="" address=""]
  [#local trail = []]
  [#list cmsfn.ancestors(page, "mgnl:page")![] as above]
    [#local trail += [{"label": above.title!above.@name, "plain": host.plain(above, "title"), "href": host.link(above)}]]
  [/#list]
  [#if label?has_content][#return trail + [{"label": label, "plain": plain, "href": address}]][/#if]
  [#return trail + [{"label": page.title!page.@name, "plain": host.plain(page, "title"), "href": host.link(page)}]]
[/#function]

[#-- The address of a commune's page. --]
[#function communeAt commune][#local base = communes()][#return (base?has_content && (commune.codeInsee!"")?has_content)?then(host.below(base, "/" + commune.@name), "")][/#function]

[#-- Where something is, with the way to the page of its commune; « hors territoire » is no commune. --]
[#macro communeFact commune]
[#local address = communeAt(commune)]
[#if address?has_content]<a class="fact" href="${address}">[@icones.icon "lieu" /] ${commune.titre!commune.@name}</a>[#elseif commune?has_content]<span class="fact">[@icones.icon "lieu" /] ${commune.titre!commune.@name}</span>[/#if]
[/#macro]

[#-- The page that the addresses of the communes lie below. --]
[#function communes][#return host.pageAt("/commune")][/#function]
