[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]
[#import "/pole/templates/includes/album.ftl" as albums]

[#assign number = choix.pageNumber()]
[#assign list = albums.albums((number > 0)?then(number, 1))]
[#if number == 0 || number > (list.pages > 0)?then(list.pages, 1)]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content)]
  [#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
  [@page.layout title=title description=host.attribute(content, "description") rubrique="actualites" address=address + (number > 1)?then("?page=" + number?c, "") head=head]
    [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/photos.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [#if list.total > 0]
        <p class="count">${pole.count("albums", list.total)}</p>
        <ul class="albums">[#list list.items as album]<li>[@albums.tile album /]</li>[/#list]</ul>
        [@page.pager address number list.pages /]
      [#else]
        [@page.empty i18n["albums.vide.titre"] i18n["albums.vide.texte"] /]
      [/#if]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/agenda"), "icon": "agenda", "title": i18n["pole.suite.agenda"], "text": i18n["pole.suite.agenda.texte"]},
      {"href": host.pageAt("/coups-de-coeur"), "icon": "coeur", "title": i18n["pole.suite.coeurs"], "text": i18n["pole.suite.coeurs.texte"]},
      {"href": host.pageAt("/actualites"), "icon": "actualites", "title": i18n["pole.suite.actualites"], "text": i18n["pole.suite.actualites.texte"]}
    ] /]
  [/@page.layout]
[/#if]
