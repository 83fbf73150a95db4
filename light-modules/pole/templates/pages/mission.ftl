[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign mission = host.bySlug("missions", "bocage:mission", (ctx.mission!"")?string)]
[#if !mission?has_content]
  [@host.notFound /]
[#else]
  [#assign name = mission.titre!mission.@name address = host.link(mission) photo = pole.pictureOf(mission)]
  [#assign shared = photo?has_content?then(host.assetLink(photo.image, "partage"), "")]
  [#assign trail = reseau.trailOf(content, name, host.plain(mission, "titre"), address)]
  [#assign running = pole.lively({"missions": mission.@id}, 12) done = pole.actions({"missions": mission.@id, "etatAction": "terminee"}, 1, 12).items]
  [#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
  [@page.layout title=(mission.seo.titre)!name description=host.attribute(mission, "phrase") rubrique="pole" address=address image=shared photo=photo!{} head=head share={"item": mission}]
    <div class="inside">
      [@page.breadcrumb trail /]
      <article class="article">
        <header class="article-head">
          <h1>${name}</h1>
          <p class="lead">${mission.phrase!}</p>
        </header>
        <div class="article-columns">
          [#-- Rich text is sanitised when it is saved, and decoded only here. --]
          <div class="prose">
            [#if photo?has_content]<figure class="figure figure-main">[@image.picture photo=photo main=true sizes="(min-width: 60rem) 684px, 100vw" class="plot" /]</figure>[/#if]
            <div class="rich">${host.rich(mission, "description")}</div>
          </div>
          [@contact.aside i18n["pole.mission.contact"] page.said("contactPrenom") page.said("contactPhrase")][@page.contactWays /][/@contact.aside]
        </div>
      </article>
      [@part i18n["pole.mission.enCours"] "en-cours" running /]
      [@part i18n["pole.mission.terminees"] "terminees" done /]
      [#if !running?has_content && !done?has_content]<p>${i18n["pole.missions.sansAction"]}</p>[/#if]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/le-pole/missions"), "icon": "pole", "title": i18n["pole.suite.missions"], "text": i18n["pole.suite.missions.texte"]},
      {"href": host.pageAt("/etre-accompagne"), "icon": "projets", "title": i18n["pole.suite.accompagne"], "text": i18n["pole.suite.accompagne.texte"]},
      {"href": host.pageAt("/dynamiser-le-territoire"), "icon": "territoire", "title": i18n["pole.suite.dynamiser"], "text": i18n["pole.suite.dynamiser.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#macro part title id actions]
[#if actions?has_content]
<section class="pole-part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>[@pole.actionList actions /]</section>
[/#if]
[/#macro]
