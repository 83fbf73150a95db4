[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]

[#-- The page of all, or of the section that its name says. --]
[#assign kinds = annonces.sections[content.@name]![] size = 12]
[#assign number = choix.pageNumber()]
[#assign chosen = [
  choix.ofWords("commune", "commune", "communes"),
  choix.ofWords("theme", "themes", "themes"),
  choix.ofStructures("structure/acteur")
]]
[#assign filters = choix.wanted(chosen) + kinds?has_content?then({"type": kinds}, {})]
[#assign list = annonces.open(filters, (number > 0)?then(number, 1), size)]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign section = kinds?has_content?then(cmsfn.parent(content), content)]
  [#assign title = content.title!content.@name address = host.link(content) filtered = choix.wanted(chosen)?has_content]
  [#assign trail = []]
  [#if kinds?has_content]
    [#assign trail += [{"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)}]]
  [/#if]
  [#assign trail += [{"label": title, "plain": host.plain(content, "title"), "href": address}]]
  [#assign pageTitle = title + (number > 1)?then(", " + i18n["portail.pages.page"]?lower_case + " " + number?c, "")]
  [#assign feed = "/annonces" + kinds?has_content?then("/" + content.@name, "")]
  [#assign head][@page.breadcrumbData trail /][@annonces.css /][@host.feeds feed title choix.query(chosen) /][/#assign]

  [@page.layout title=pageTitle description=host.attribute(content, "description") rubrique="annonces" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" slim=true /]
    <div class="inside">
      [@page.breadcrumb trail /]
      <nav class="tabs tabs-many" aria-label="${i18n["annonces.onglets"]}">
        <ul>
          <li><a href="${choix.at(host.link(section), choix.query(chosen))}"[#if !kinds?has_content] aria-current="page"[/#if]>${i18n["annonces.onglets.tout"]}</a></li>
          [#list host.children(section, "mgnl:page") as tab]
            [#if annonces.sections[tab.@name]??]
            <li><a href="${choix.at(host.link(tab), choix.query(chosen))}"[#if tab.@name == content.@name] aria-current="page"[/#if]>${tab.navigationTitle!tab.title!tab.@name}</a></li>
            [/#if]
          [/#list]
        </ul>
      </nav>
      <div class="annonces-choices">
      [@choix.form chosen address i18n["annonces.filtres"] /]
      [#if list.total > 0]<p class="count" role="status">[#if list.total == 1]${i18n["annonces.compte.une"]}[#else]${i18n.get("annonces.compte.plusieurs", [list.total?c])}[/#if]</p>[/#if]
      </div>
      [@choix.chosen chosen address /]
      [#if list.total > 0]
        [@annonces.cardList annonces=list.items level=2 direct=true /]
        [@page.pager address number list.pages choix.query(chosen) /]
      [#elseif filtered]
        [@page.empty title=i18n["annonces.filtres.vide.titre"] text=i18n["annonces.filtres.vide.texte"] ways=false]
        <p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>
        [/@page.empty]
      [#else]
        [@page.empty i18n["annonces.vide.titre"] i18n["annonces.vide.texte"] /]
      [/#if]
      [@told /]
      [@page.propose "annonce" /]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/ressources/financements"), "icon": "financement", "title": i18n["annonces.suite.financements"], "text": i18n["annonces.suite.financements.texte"]},
      {"href": host.pageAt("/reseau/projets"), "icon": "projets", "title": i18n["annonces.suite.projets"], "text": i18n["annonces.suite.projets.texte"]},
      {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["annonces.suite.acteurs"], "text": i18n["annonces.suite.acteurs.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#-- Being told by mail of new ones like these. --]
[#macro told]
[#if host.hasForms()]
[#local asked = kinds?map(kind -> "type=" + kind) + choix.asked("commune")?map(one -> "commune=" + one?url)]
<p class="told"><a class="button button-quiet" href="${host.subscription("annonces")}[#if asked?has_content]?${asked?join("&amp;")}[/#if]" rel="nofollow">[@icones.icon "message" /] ${i18n["annonces.prevenir"]}</a> ${i18n["annonces.prevenir.texte"]}</p>
[/#if]
[/#macro]
