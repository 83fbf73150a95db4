[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]

[#assign number = choix.pageNumber() chosen = [
  choix.ofValues("stade", "stade", reseau.stages, "projets.detail.stade.options."),
  choix.ofValues("besoin", "besoins", reseau.needs, "projets.detail.besoins.options."),
  choix.ofPlaces("commune", "communes")
]]
[#assign filters = choix.wanted(chosen)]
[#assign list = reseau.projets(filters, (number > 0)?then(number, 1))]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content) filtered = filters?has_content]
  [#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
  [@page.layout title=([title] + choix.labels(chosen)?map(one -> one.label))?join(", ") description=host.attribute(content, "description") rubrique="reseau" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/acteurs/webresources/images/projets.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@choix.form chosen address i18n["projets.filtres"] /]
      [@choix.chosen chosen address /]
      [#if list.total > 0]
        <p class="count" role="status">${reseau.counted("projets", list.total)}</p>
        [@reseau.cardList list.items "projets" 2 /]
        [@page.pager address number list.pages choix.query(chosen) /]
      [#else]
        [@page.empty title=i18n["projets.vide.titre"] text=i18n["projets.vide.texte"] ways=!filtered]
        [#if filtered]<p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>[/#if]
        [/@page.empty]
      [/#if]
      [#if host.hasForms()]
      [#assign asked = choix.asked("commune")?map(one -> "commune=" + one?url)]
      <p class="told"><a class="button button-quiet" href="${host.subscription("projets")}[#if asked?has_content]?${asked?join("&amp;")}[/#if]" rel="nofollow">[@icones.icon "message" /] ${i18n["projets.prevenir"]}</a> ${i18n["projets.prevenir.texte"]}</p>
      [/#if]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/reseau/contacts"), "icon": "contacts", "title": i18n["projets.suite.accompagnement"], "text": i18n["projets.suite.accompagnement.texte"]},
      {"href": host.pageAt("/reseau/lieux"), "icon": "lieux", "title": i18n["reseau.suite.lieux"], "text": i18n["reseau.suite.lieux.texte"]},
      {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]}
    ] /]
  [/@page.layout]
[/#if]
