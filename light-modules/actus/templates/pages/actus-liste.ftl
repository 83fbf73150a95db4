[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/actus/templates/includes/actu.ftl" as actus]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/choix.ftl" as choix]

[#assign origins = ["pole", "territoire"]]
[#assign origin = origins?seq_contains(content.origine!"")?then(content.origine!"", "")]
[#assign number = choix.pageNumber()]
[#assign chosen = [
  choix.ofWords("theme", "themes", "themes"),
  choix.ofWords("commune", "communes", "communes"),
  choix.ofStructures("contactStructure")
]]
[#assign filters = choix.wanted(chosen)]
[#assign list = actus.latest(origin, (number > 0)?then(number, 1), 12, filters)]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign section = origin?has_content?then(cmsfn.parent(content), content)]
  [#assign title = content.title!content.@name]
  [#assign trail = []]
  [#if origin?has_content]
    [#assign trail += [{"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)}]]
  [/#if]
  [#assign trail += [{"label": title, "plain": host.plain(content, "title"), "href": host.link(content)}]]
  [#assign filtered = filters?has_content]
  [#assign pageTitle = ([title] + choix.labels(chosen)?map(one -> one.label))?join(", ") + (number > 1)?then(", " + i18n["portail.pages.page"]?lower_case + " " + number?c, "")]
  [#assign pageAddress = host.link(content) + (number > 1)?then("?page=" + number?c, "")]
  [#assign feed = "/actualites" + origin?has_content?then("/" + origin, "")]
  [#assign head][@page.breadcrumbData trail /][@host.feeds feed title choix.query(chosen) /][/#assign]

  [@page.layout title=pageTitle description=host.attribute(content, "description") rubrique="actualites" address=pageAddress head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" slim=true /]
    <div class="inside">
      [@page.breadcrumb trail /]
      <nav class="tabs" aria-label="${i18n["actus.onglets"]}">
        <ul>
          <li><a href="${choix.at(host.link(section), choix.query(chosen))}"[#if !origin?has_content] aria-current="page"[/#if]>[@icones.icon "actualites" /] ${i18n["actus.onglets.tout"]}</a></li>
          [#list host.children(section, "mgnl:page") as tab]
            [#if origins?seq_contains(tab.origine!"")]
            <li><a class="tab-${tab.origine}" href="${choix.at(host.link(tab), choix.query(chosen))}"[#if tab.origine == origin] aria-current="page"[/#if]>[@icones.icon tab.origine /] ${i18n["actus.onglets." + tab.origine]}</a></li>
            [/#if]
          [/#list]
        </ul>
      </nav>
      [@choix.form chosen host.link(content) i18n["actus.filtres"] /]
      [@choix.chosen chosen host.link(content) /]
      [#if list.total > 0]
        <p class="count" role="status">[#if list.total == 1]${i18n["actus.compte.une"]}[#else]${i18n.get("actus.compte.plusieurs", [list.total?c])}[/#if]</p>
        [@actus.cardList actus=list.items level=2 firstBig=(number == 1) /]
        [@page.pager host.link(content) number list.pages choix.query(chosen) "date" /]
      [#elseif filtered]
        [@page.empty title=i18n["actus.filtres.vide.titre"] text=i18n["actus.filtres.vide.texte"] ways=false]
        <p><a class="button" href="${host.link(content)}">${i18n["portail.filtres.tout"]}</a></p>
        [/@page.empty]
      [#else]
        [@page.empty i18n["actus.vide.titre"] i18n["actus.vide.texte"] /]
      [/#if]
      [@page.propose "actu" /]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/agenda"), "icon": "agenda", "title": i18n["actus.suite.agenda"], "text": i18n["actus.suite.agenda.texte"]},
      {"href": host.pageAt("/actualites/photos"), "icon": "actualites", "title": i18n["actus.suite.photos"], "text": i18n["actus.suite.photos.texte"]},
      {"href": host.pageAt("/coups-de-coeur"), "icon": "coeur", "title": i18n["actus.suite.coeurs"], "text": i18n["actus.suite.coeurs.texte"]}
    ] /]
  [/@page.layout]
[/#if]
