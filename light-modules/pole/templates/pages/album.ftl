[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]
[#import "/pole/templates/includes/album.ftl" as albums]

[#assign album = host.bySlug("albums", "bocage:album", (ctx.album!"")?string)]
[#if !album?has_content]
  [@host.notFound /]
[#else]
  [#assign name = album.titre!album.@name address = host.link(album) photos = albums.photosOf(album) subject = albums.subjectOf(album)]
  [#assign shared = photos?has_content?then(host.assetLink((photos?first.image)!"", "partage"), "")]
  [#assign trail = reseau.trailOf(content, name, host.plain(album, "titre"), address)]
  [#assign head][@pole.css /][@page.breadcrumbData trail /]<script src="${host.resource("/pole/webresources/js/visionneuse.js")}" defer></script>[/#assign]
  [@page.layout title=(album.seo.titre)!name description=host.attribute(album, "accroche") rubrique="actualites" address=address image=shared photo=(photos?first)!{} head=head]
    <div class="inside">
      [@page.breadcrumb trail /]
      <header class="album-head">
        <p class="article-facts"><span class="fact">[@icones.icon "agenda" /] [@date.inline album.date!"" /]</span> <span class="fact">${albums.count(photos?size)}</span></p>
        <h1>${name}</h1>
        [#if album.accroche?has_content]<p class="lead">${album.accroche}</p>[/#if]
        [#if subject?has_content]<p><a class="more" href="${host.link(subject)}">${subject.titre!subject.@name} [@icones.icon "suite" /]</a></p>[/#if]
      </header>
      [#if photos?has_content]
      <ul class="wall" data-viewer="${i18n["albums.visionneuse"]}" data-before="${i18n["albums.visionneuse.avant"]}" data-after="${i18n["albums.visionneuse.apres"]}" data-close="${i18n["albums.visionneuse.fermer"]}">
        [#list photos as photo]
        <li>
          <figure>
            <a data-photo href="${host.text(host.assetLink(photo.image, "large"))}">[@image.picture photo=photo main=photo?is_first sizes=photo?is_first?then("(min-width: 60rem) 720px, 100vw", "(min-width: 60rem) 360px, (min-width: 30rem) 50vw, 100vw") class="plot" /][#if host.isTrue(photo.decorative!false)]<span class="hidden">${i18n["albums.agrandir"]}</span>[/#if]</a>
            <figcaption><span data-caption>${photo.legende!} [#if albums.creditOf(photo, album)?has_content]<span class="credit">${i18n["portail.credit"]} ${albums.creditOf(photo, album)}</span>[/#if]</span> [#if host.hasForms()]<a class="withdraw" rel="nofollow" href="${ctx.contextPath}/retrait/${host.attribute(photo, "image")?remove_beginning("jcr:")}">${i18n["albums.demanderRetrait"]}<span class="hidden"> : ${image.words(photo)?has_content?then(image.words(photo), i18n.get("albums.photoNumero", [photo?counter]))}</span></a>[/#if]</figcaption>
          </figure>
        </li>
        [/#list]
      </ul>
      [#else]
        [@page.empty i18n["albums.sansPhoto.titre"] i18n["albums.sansPhoto.texte"] /]
      [/#if]
      <p class="small">${i18n["albums.retrait"]}</p>
    </div>
    [@suite.steps [
      {"href": host.pageAt("/actualites/photos"), "icon": "actualites", "title": i18n["albums.suite"], "text": i18n["albums.suite.texte"]},
      {"href": subject?has_content?then(host.link(subject), ""), "icon": "pole", "title": (subject.titre)!"", "text": i18n["albums.suite.sujet"]},
      {"href": host.pageAt("/agenda"), "icon": "agenda", "title": i18n["pole.suite.agenda"], "text": i18n["pole.suite.agenda.texte"]}
    ] /]
  [/@page.layout]
[/#if]
