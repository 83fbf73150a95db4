[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/integre.ftl" as integre]

[#-- Makes the part of a page that shows the portal on another site: what, how large, in which colours; then it is seen and copied. --]
[#assign kinds = ["agenda", "annonces", "carte", "actualites", "contenu"]]
[#assign sections = ["emploi", "stages", "benevolat", "appels-a-projets", "bons-plans", "materiel"]]
[#assign widths = {"least": 240, "most": 1600} heights = {"least": 200, "most": 2000}]
[#assign title = content.title!content.@name address = host.link(content)]
[#assign trail = [{"label": title, "plain": host.plain(content, "title"), "href": address}]]
[#assign what = (choix.asked("quoi")?first)!"agenda"]
[#assign isKnown = kinds?seq_contains(what) kind = isKnown?then(what, "agenda")]
[#assign filters = filtersOf(kind) wantsNumber = ["agenda", "annonces", "actualites"]?seq_contains(kind)]
[#assign typed = (choix.asked("adresse")?first)!""]
[#assign item = (kind == "contenu" && typed?has_content)?then(host.embedded((typed?length gt 500)?then("", typed)), {})]
[#assign shownBy = {"agenda": ["evenements", "bocage:evenement"], "actualites": ["actus", "bocage:actu"], "annonces": ["annonces", "bocage:annonce"], "acteurs": ["acteurs", "bocage:acteur"]}]
[#assign shownItem = (item.kind)???then(host.bySlug(shownBy[item.kind!""]?first, shownBy[item.kind!""]?last, item.slug!""), {})]
[#assign ownColours = ((choix.asked("couleurs")?first)!"") == "site"]
[#assign width = measure("largeur", widths) height = measure("hauteur", heights)]
[#assign shownAt = (kind == "contenu")?then(shownItem?has_content?then("/integre/" + item.kind + "/" + item.slug, ""), "/integre/" + kind)]
[#assign problem = problemOf()]
[#if problem?has_content][#assign done = ctx.response.setStatus(422)!""][/#if]
[#assign head][@page.breadcrumbData trail /]<link rel="stylesheet" href="${host.resource("/portail/webresources/css/formulaire.css")}"><link rel="stylesheet" href="${host.resource("/portail/webresources/css/integrer.css")}">[#if host.isBocage()]<script src="${host.resource("/portail/webresources/js/copier.js")}" defer></script>[/#if][/#assign]
[@page.layout title=title description=host.attribute(content, "description") head=head indexed=!ctx.parameters?has_content]
  [@page.band title=title intro=content.intro!"" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#if host.isBocage()][@maker /][#else][@page.empty i18n["portail.flux.vide.titre"] i18n["portail.flux.vide.texte"] /][/#if]
  </div>
[/@page.layout]

[#-- The filters that the lists of a kind have. --]
[#function filtersOf kind]
  [#switch kind]
    [#case "agenda"][#return [
      choix.ofPlaces("commune", "commune"), choix.ofNeighbours("pres", "commune"),
      choix.ofWords("theme", "themes", "themes"), choix.ofWords("public", "publics", "publics"),
      choix.ofValues("tarif", "tarif", ["gratuit", "libre", "payant"], "evenements.tarif."),
      choix.ofValues("origine", "origine", ["pole", "partenaire", "territoire"], "evenements.origine.")
    ]]
    [#case "annonces"][#return [
      choix.of("type", "type", sections?map(name -> {"value": name, "wanted": name, "label": i18n["portail.flux.annonces." + name]})),
      choix.ofWords("commune", "commune", "communes"), choix.ofWords("theme", "themes", "themes"), choix.ofStructures("structure/acteur")
    ]]
    [#case "carte"][#return [
      choix.ofWords("famille", "famille", "familles"), choix.ofWords("domaine", "domaines", "themes"), choix.ofPlaces("commune", "commune"),
      choix.ofTick("adherent", "adherent"), choix.ofTick("partenaire", "partenaire"), choix.ofTick("accueil", "accueilPublic")
    ]]
    [#case "actualites"][#return [
      choix.ofValues("origine", "origine", ["pole", "territoire"], "actus.origine."),
      choix.ofWords("theme", "themes", "themes"), choix.ofWords("commune", "communes", "communes")
    ]]
    [#default][#return []]
  [/#switch]
[/#function]

[#-- A measure in pixels; nothing when none is asked, 0 when it is no such measure. --]
[#function measure name bounds]
  [#local typed = (choix.asked(name)?first)!""]
  [#if !typed?has_content][#return ""][/#if]
  [#local number = typed?matches("[1-9][0-9]{2,3}")?then(typed?number, 0)]
  [#return (number lt bounds.least || number gt bounds.most)?then(0, number)]
[/#function]

[#-- Why nothing is made, in a sentence ready to print; nothing when all is well. --]
[#function problemOf]
  [#if !isKnown][#return i18n.get("portail.integre.refus.valeur", [host.text(integre.short(what))])][/#if]
  [#if typed?has_content && kind == "contenu" && !shownItem?has_content][#return i18n["portail.integrer.refus.adresse"]][/#if]
  [#if width?is_number && width == 0][#return i18n.get("portail.integrer.refus.largeur", [widths.least?c, widths.most?c])][/#if]
  [#if height?is_number && height == 0][#return i18n.get("portail.integrer.refus.hauteur", [heights.least?c, heights.most?c])][/#if]
  [#list filters as filter]
    [#list filter.asked as value]
      [#if !filter.options?filter(one -> one.value == value)?has_content][#return i18n.get("portail.integre.refus.valeur", [host.text(integre.short(value))])][/#if]
    [/#list]
  [/#list]
  [#if wantsNumber && integre.numberOfItems() == 0][#return i18n.get("portail.integre.refus.nombre", [integre.mostItems?c])][/#if]
  [#return ownColours?then(integre.colourProblem(), "")]
[/#function]

[#-- The address of the frame, ready to print. --]
[#function frameAddress]
  [#local more = (wantsNumber && integre.numberOfItems() != integre.usualItems)?then(["nombre=" + integre.numberOfItems()?c], [])]
  [#if ownColours]
    [#list integre.colours as name][#if integre.askedColour(name)?has_content][#local more += [name + "=" + integre.askedColour(name)]][/#if][/#list]
  [/#if]
  [#return choix.at(host.outlet(shownAt), choix.query(filters, more))]
[/#function]

[#macro maker]
<nav class="tabs tabs-many" aria-label="${i18n["portail.integrer.quoi"]}">
  <ul>
    [#list kinds as one]<li><a href="${address}?quoi=${one}" rel="nofollow"[#if one == kind] aria-current="page"[/#if]>${i18n["portail.integrer.quoi." + one]}</a></li>
    [/#list]
  </ul>
</nav>
[#if problem?has_content]<p class="embed-problem" role="alert" id="refus">${problem}</p>[/#if]
<div class="embed">
  <form class="embed-form" action="${address}" method="get">
    <input type="hidden" name="quoi" value="${kind}">
    <fieldset>
      <legend>${i18n["portail.integrer.montre"]}</legend>
      [#if kind == "contenu"]
      <div>
        <label for="adresse">${i18n["portail.integrer.adresse"]}</label>
        <input id="adresse" name="adresse" type="text" inputmode="url" maxlength="500" value="${host.text(typed)}" aria-describedby="adresse-aide" required>
        <p class="small" id="adresse-aide">${i18n["portail.integrer.adresse.aide"]}</p>
      </div>
      [#else]
      [@choix.fields filters /]
      [#if wantsNumber]
      <div>
        <label for="nombre">${i18n["portail.integrer.nombre"]}</label>
        <input id="nombre" name="nombre" type="number" min="1" max="${integre.mostItems?c}" value="${(integre.numberOfItems() == 0)?then(host.text((choix.asked("nombre")?first)!""), integre.numberOfItems()?c)}">
      </div>
      [/#if]
      [/#if]
    </fieldset>
    <fieldset>
      <legend>${i18n["portail.integrer.taille"]}</legend>
      <div>
        <label for="largeur">${i18n["portail.integrer.largeur"]}</label>
        <input id="largeur" name="largeur" type="number" min="${widths.least?c}" max="${widths.most?c}" value="${host.text((choix.asked("largeur")?first)!"")}" aria-describedby="largeur-aide">
        <p class="small" id="largeur-aide">${i18n["portail.integrer.largeur.aide"]}</p>
      </div>
      <div>
        <label for="hauteur">${i18n["portail.integrer.hauteur"]}</label>
        <input id="hauteur" name="hauteur" type="number" min="${heights.least?c}" max="${heights.most?c}" value="${host.text((choix.asked("hauteur")?first)!usualHeight())}">
      </div>
    </fieldset>
    <fieldset>
      <legend>${i18n["portail.integrer.couleurs"]}</legend>
      <div class="filters-tick"><input type="radio" id="couleurs-portail" name="couleurs" value="portail"[#if !ownColours] checked[/#if]> <label for="couleurs-portail">${i18n["portail.integrer.couleurs.portail"]}</label></div>
      <div class="filters-tick"><input type="radio" id="couleurs-site" name="couleurs" value="site"[#if ownColours] checked[/#if]> <label for="couleurs-site">${i18n["portail.integrer.couleurs.site"]}</label></div>
      <div class="embed-colours">
        [#list {"fond": "#ffffff", "texte": "#1e2b25", "liens": "#0f6b3c"} as name, usual]
        [#local one = integre.askedColour(name)]
        <div><label for="${name}">${i18n["portail.integrer.couleurs." + name]}</label> <input type="color" id="${name}" name="${name}" value="${one?matches("[0-9a-f]{6}")?then("#" + one, usual)}"></div>
        [/#list]
      </div>
    </fieldset>
    <button class="button" type="submit">[@icones.icon "suite" /] ${i18n["portail.integrer.voir"]}</button>
  </form>
  [#if !problem?has_content && shownAt?has_content]
  <section class="embed-seen" aria-labelledby="apercu">
    <h2 id="apercu">${i18n["portail.integrer.apercu"]}</h2>
    <iframe src="${frameAddress()}" title="${i18n["portail.integrer.cadre." + kind]}"[#if width?is_number] width="${width?c}"[/#if] height="${(height?is_number)?then(height?c, usualHeight())}"></iframe>
  </section>
  [/#if]
</div>
[#if !problem?has_content && shownAt?has_content]
<div class="embed-copies">
  [@copied "cadre" 5][@frameCode /][/@copied]
  [@copied "liens" 9][@linksCode /][/@copied]
</div>
<section aria-labelledby="integrer-savoir">
  <h2 id="integrer-savoir">${i18n["portail.integrer.savoir"]}</h2>
  <ul>
    [#list ["jour", "temoins", "portail", "wordpress"] as one]<li>${i18n["portail.integrer.savoir." + one]}</li>[/#list]
  </ul>
</section>
[/#if]
[#local feeds = host.pageAt("/flux")]
[#if feeds?has_content]<p><a class="more" href="${feeds}">${i18n["portail.integrer.flux"]}</a></p>[/#if]
[/#macro]

[#function usualHeight][#return {"carte": "760", "contenu": "360"}[kind]!"640"][/#function]

[#-- A text to copy, by hand or at a press. --]
[#macro copied name rows]
[#local text][#nested][/#local]
<section class="embed-copy" aria-labelledby="integrer-${name}-titre" data-copied="${i18n["portail.passer.copie"]}">
  <h2 id="integrer-${name}-titre">${i18n["portail.integrer." + name]}</h2>
  <p id="integrer-${name}-aide">${i18n["portail.integrer." + name + ".aide"]}</p>
  <label class="hidden" for="integrer-${name}">${i18n["portail.integrer." + name]}</label>
  <textarea id="integrer-${name}" class="copied" rows="${rows}" readonly aria-describedby="integrer-${name}-aide">${text?trim?html}</textarea>
  <button type="button" class="button button-quiet" data-copy="integrer-${name}" hidden>${i18n["portail.passer.copier"]} <span class="hidden">${i18n["portail.integrer." + name]}</span></button>
  <span role="status"></span>
</section>
[/#macro]

[#-- The frame; its own address is whole, as it stands on another site. --]
[#macro frameCode]
[#local most = width?is_number?then("max-width:" + width?c + "px;", "")]
[#local parts = frameAddress()?split("?")]
[#local whole = choix.at(host.canonical(parts?first), (parts[1])!"")]
[#noparse]<iframe src="[/#noparse]${whole}" title="${i18n["portail.integrer.cadre." + kind]}[#noparse]" loading="lazy" style="width:100%;[/#noparse]${most}height:${height?is_number?then(height?c, usualHeight())}px;border:0[#noparse]"></iframe>[/#noparse]
[/#macro]

[#-- Links that need no frame: they stand as they are today. --]
[#macro linksCode]
[#noparse]<ul>
[/#noparse][#list linked() as one]  [#noparse]<li><a href="[/#noparse]${host.canonical(one.href)}">${one.label}[#noparse]</a></li>
[/#noparse][/#list][#noparse]</ul>[/#noparse]
[/#macro]

[#-- Items of the choice, the first ones, and the page that has them all. --]
[#function linked]
  [#local size = wantsNumber?then(integre.numberOfItems(), integre.mostItems) wanted = choix.wanted(filters) links = []]
  [#switch kind]
    [#case "agenda"]
      [#list host.list({"workspace": "evenements", "type": "bocage:occurrence", "of": "bocage:evenement", "sort": "debut", "size": size, "once": true, "filters": {"fin": {"from": host.now()}} + wanted}).items as one]
        [#local event = host.itemOf(one)]
        [#local links += [{"href": host.link(event), "label": (event.titre!event.@name) + ", " + date.words(date.noonOf(one.jour))}]]
      [/#list]
      [#return links + [{"href": choix.at(host.pageAt("/agenda"), choix.query(filters)), "label": i18n["portail.integre.agenda.tout"]}]]
    [#case "annonces"]
      [#local kindsOf = {"stages": ["stage-service-civique"], "appels-a-projets": ["appel-a-projets"], "bons-plans": ["bon-plan"], "materiel": ["materiel-besoin", "materiel-don"]}]
      [#local types = []][#list wanted.type![] as one][#local types += kindsOf[one]![one]][/#list]
      [#local narrowed = {}][#list wanted as property, values][#if property != "type"][#local narrowed += {property: values}][/#if][/#list]
      [#local links = itemsOf({"workspace": "annonces", "type": "bocage:annonce", "sort": "cloture", "size": size, "filters": {"cloture": {"from": host.day()}} + narrowed + types?has_content?then({"type": types}, {})})]
      [#return links + [{"href": host.pageAt("/annonces"), "label": i18n["portail.integre.annonces.tout"]}]]
    [#case "carte"]
      [#local links = itemsOf({"workspace": "acteurs", "type": "bocage:acteur", "sort": "titre", "size": size, "filters": {"verifieLe": {"from": host.day(-730)}} + wanted}, "horsCarte")]
      [#return links + [{"href": choix.at(host.pageAt("/reseau/carte"), choix.query(filters)), "label": i18n["portail.integre.carte.tout"]}]]
    [#case "actualites"]
      [#local links = itemsOf({"workspace": "actus", "type": "bocage:actu", "sort": "publie desc", "size": size, "filters": wanted})]
      [#return links + [{"href": host.pageAt("/actualites"), "label": i18n["portail.integre.actualites.tout"]}]]
    [#default][#return [{"href": host.link(shownItem), "label": shownItem.titre!shownItem.@name}]]
  [/#switch]
[/#function]

[#-- unless: those that have this property are left out. --]
[#function itemsOf query unless=""]
  [#local links = []]
  [#list host.list(query).items as one]
    [#if !unless?has_content || !(one[unless])??][#local links += [{"href": host.link(one), "label": one.titre!one.@name}]][/#if]
  [/#list]
  [#return links]
[/#function]
