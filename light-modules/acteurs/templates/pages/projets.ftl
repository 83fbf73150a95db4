[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/filtres.ftl" as filtres]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign number = filtres.pageNumber() commune = filtres.word("communes", ctx.commune!"")]
[#assign stage = filtres.oneOf(reseau.stages, ctx.stade!"") need = filtres.oneOf(reseau.needs, ctx.besoin!"")]
[#assign unknown = commune.unknown?? || stage == "unknown" || need == "unknown"]
[#assign filters = filtres.chosen("communes", commune) + stage?has_content?then({"stade": stage}, {}) + need?has_content?then({"besoins": need}, {})]
[#assign list = reseau.projets(filters, (number > 0)?then(number, 1))]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage || unknown]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content) filtered = filters?has_content]
  [#assign choice = stage?has_content?then([i18n["projets.detail.stade.options." + stage]], []) + need?has_content?then([i18n["projets.detail.besoins.options." + need]], []) + (commune.titre??)?then([commune.titre!""], [])]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
  [@page.layout title=([title] + choice)?join(", ") description=host.attribute(content, "description") rubrique="reseau" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/projets.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@filtres.form address filtered i18n["projets.filtres"]]
        [@filtres.options "stade" i18n["projets.filtres.stade"] reseau.stages stage "projets.detail.stade.options." i18n["projets.filtres.stade.tous"] /]
        [@filtres.options "besoin" i18n["projets.filtres.besoin"] reseau.needs need "projets.detail.besoins.options." i18n["projets.filtres.besoin.tous"] /]
        [@filtres.words "commune" i18n["acteurs.filtres.commune"] "communes" commune i18n["acteurs.filtres.commune.tous"] /]
      [/@filtres.form]
      [#if list.total > 0]
        <p class="count">${reseau.count("projets", list.total)}[#if filtered] – ${choice?join(", ")}[/#if]</p>
        [@reseau.cardList list.items "projets" 2 /]
        [@page.pager address number list.pages filtres.query({"stade": stage, "besoin": need, "commune": commune.@name!""}) /]
      [#else]
        [@page.empty title=i18n["projets.vide.titre"] text=i18n["projets.vide.texte"] ways=!filtered]
        [#if filtered]<p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>[/#if]
        [/@page.empty]
      [/#if]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/reseau/contacts"), "icon": "contacts", "title": i18n["projets.suite.accompagnement"], "text": i18n["projets.suite.accompagnement.texte"]},
      {"href": host.pageAt("/reseau/lieux"), "icon": "lieux", "title": i18n["reseau.suite.lieux"], "text": i18n["reseau.suite.lieux.texte"]},
      {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]}
    ] /]
  [/@page.layout]
[/#if]
