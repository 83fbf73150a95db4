[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/portail/templates/includes/annonceurs.ftl" as annonceurs]
[#import "/actus/templates/includes/actu.ftl" as actus]

[#assign actu = host.bySlug(actus.workspace, actus.nodeType, (ctx.slug!"")?string)]
[#if !actu?has_content]
  [@host.notFound /]
[#elseif host.formatDate(actu.publie!"", "yyyy") != (ctx.annee!"")?string && host.formatDate(actu.publie!"", "yyyy")?has_content]
  [@host.redirectPermanently host.link(actu) /]
[#else]
  [#assign address = host.link(actu)]
  [#assign photos = image.of(actu)]
  [#assign structure = host.byId(actu.contactStructure!"", "acteurs")]
  [#assign section = host.byPath("/actualites")]
  [#assign title = (actu.seo.titre)!actu.titre!actu.@name]
  [#assign summary = host.attribute(actu.seo!{}, "description")]
  [#if !summary?has_content][#assign summary = host.attribute(actu, "chapo")][/#if]
  [#assign shared = photos?has_content?then(host.assetLink((photos?first.image)!"", "partage"), "")]
  [#assign trail = []]
  [#if section?has_content]
    [#assign trail += [{"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)}]]
  [/#if]
  [#assign trail += [{"label": actu.titre!actu.@name, "plain": host.plain(actu, "titre"), "href": address}]]
  [#assign head]
    [@page.breadcrumbData trail /]
    [@newsData /]
    [#if actu.publie?? && actu.publie?is_date_like]<meta property="article:published_time" content="${instant(actu.publie)}">[/#if]
  [/#assign]

  [@page.layout title=title description=summary rubrique="actualites" address=address image=shared photo=(photos?first)!{} type="article" head=head share={"item": actu}]
    <div class="inside">
      [@page.breadcrumb trail /]
      <article class="article">
        <header class="article-head">
          <p class="article-facts">[@actus.origin actu /] [@actus.place actu /] [@annonceurs.line actu /]</p>
          <h1>${actu.titre!actu.@name}</h1>
          [@actus.age actu /]
          <div class="article-lead">
            [@date.leaf actu.publie!"" /]
            <p class="lead">${actu.chapo!}</p>
          </div>
          [@gestes.row /]
        </header>
        <div class="article-columns">
          <div class="prose">
            [#if photos?has_content]
            [@shown photos?first true /]
            [/#if]
            [@favourite /]
            [#-- Rich text is sanitised when it is saved, and decoded only here. Who had no more to say has said it above. --]
            [#if letters("corps") != letters("chapo")]<div class="rich">${host.rich(actu, "corps")}</div>[/#if]
            [@elsewhere /]
          </div>
          [@whom /]
        </div>
        [#if photos?size > 1]
        <section class="mosaic" aria-labelledby="images">
          <h2 id="images">${i18n["actus.dansLAlbum"]}</h2>
          <ul>[#list photos[1..] as photo]<li>[@shown photo false /]</li>[/#list]</ul>
        </section>
        [/#if]
      </article>
    </div>
    [@next /]
  [/@page.layout]
[/#if]

[#macro shown photo main]
<figure class="figure[#if main] figure-main[/#if]">
  [@image.picture photo=photo main=main sizes=main?then("(min-width: 60rem) 684px, 100vw", "(min-width: 45rem) 33vw, 50vw") class="plot" /]
  [@image.legend photo /]
</figure>
[/#macro]

[#-- A text without its marks and spaces, to compare. --]
[#function letters property][#return host.plain(actu, property)?replace("<[^>]*>|&[#a-zA-Z0-9]+;|[^\\p{L}\\p{N}&<]+|[&<]", "", "r")][/#function]

[#macro favourite]
[#if (actu.coupDeCoeur.phrase)?has_content && running(actu.coupDeCoeur)]
<p class="favourite">[@icones.icon "coeur" /] <strong>${i18n["actus.coupDeCoeur"]}</strong> <q>${actu.coupDeCoeur.phrase}</q>[#if actu.coupDeCoeur.role?has_content] <span>– ${actu.coupDeCoeur.role}</span>[/#if]</p>
[/#if]
[/#macro]

[#function running favourite]
  [#if favourite.du?? && favourite.du?is_date_like && favourite.du?long > host.now()?long][#return false][/#if]
  [#if favourite.au?? && favourite.au?is_date_like && favourite.au?long < host.day()?long][#return false][/#if]
  [#return true]
[/#function]

[#macro elsewhere]
[#local addresses = []]
[#list actu.lienAilleurs![] as one]
  [#local safe = host.webAddress(one)]
  [#if safe?has_content][#local addresses += [safe]][/#if]
[/#list]
[#if addresses?has_content]
<section class="elsewhere">
  <h2>${i18n["actus.ailleurs.titre"]}</h2>
  <ul>[#list addresses as one]<li><a href="${one}" rel="external">[@icones.icon "web" /] ${one?replace("https?://", "", "r")}</a></li>[/#list]</ul>
</section>
[/#if]
[/#macro]

[#macro whom]
[#if structure?has_content]
[#local kind = (actu.contactMoyen.genre)!"" value = host.plain(actu.contactMoyen!{}, "valeur")]
<aside class="contact" aria-labelledby="contact">
  <h2 id="contact">${i18n["actus.contact.titre"]}</h2>
  <p class="contact-name"><a href="${host.link(structure)}">${structure.titre!structure.@name}</a></p>
  [#if structure.accroche?has_content]<p>${structure.accroche}</p>[/#if]
  <ul class="ways">
    [#if kind == "telephone" && value?has_content]
      <li><a class="button" href="tel:${host.dial(value)}">[@icones.icon "telephone" /] ${i18n.get("actus.contact.telephone", [host.text(value)])}</a></li>
    [#elseif kind == "adresse" && host.webAddress(value)?has_content]
      <li><a class="button" href="${host.webAddress(value)}" rel="external">[@icones.icon "web" /] ${i18n["actus.contact.adresse"]}</a></li>
    [#elseif contact.letterTo("acteurs", structure)?has_content]
      <li><a class="button" href="${contact.letterTo("acteurs", structure)}" rel="nofollow">[@icones.icon "message" /] ${i18n["actus.contact.message"]}</a></li>
    [#elseif host.open(structure, "contact/courriel")?has_content]
      <li><a class="button" href="mailto:${host.open(structure, "contact/courriel")}">[@icones.icon "message" /] ${i18n["actus.contact.message"]}</a></li>
    [/#if]
    [#local site = host.webAddress(host.plain(structure, "siteWeb"))]
    [#-- Of the association's own actus, this is the site. --]
    [#if site?has_content && (actu.origine!"") != "pole"]<li><a class="button button-quiet" href="${site}" rel="external">[@icones.icon "web" /] ${i18n["actus.contact.site"]}</a></li>[/#if]
  </ul>
</aside>
[/#if]
[/#macro]

[#macro next]
[#local related = actus.related(actu)]
[#if related?has_content || section?has_content]
<section class="block" aria-labelledby="ensuite">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <h2 id="ensuite" class="block-title">${i18n["actus.ensuite.titre"]}</h2>
    [#if related?has_content][@actus.cardList related /][/#if]
    [#if section?has_content]<p class="block-more"><a class="more" href="${host.link(section)}">${i18n["actus.ensuite.toutes"]} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
[/#macro]

[#function instant moment][#return host.formatDate(moment, "yyyy-MM-dd'T'HH:mm:ssXXX")][/#function]

[#macro newsData]
[@page.data]{"@type":"NewsArticle",
  "headline":${host.json(host.plain(actu, "titre"))},
  "description":${host.json(host.plain(actu, "chapo"))},
  [#if shared?has_content]"image":[${host.json(host.canonical(shared))}],[/#if]
  [#if actu.publie?? && actu.publie?is_date_like]"datePublished":${host.json(instant(actu.publie))},[/#if]
  [#if structure?has_content]"author":{"@type":"Organization","name":${host.json(host.plain(structure, "titre"))}},[/#if]
  "publisher":{"@type":"Organization","name":${host.json(page.siteNamePlain())}},
  "inLanguage":"fr",
  "mainEntityOfPage":${host.json(host.canonical(address))}
}[/@page.data]
[/#macro]
