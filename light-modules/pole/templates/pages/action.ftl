[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/fil.ftl" as fil]
[#import "/portail/templates/includes/graines.ftl" as graines]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign action = host.bySlug("actions", "bocage:action", (ctx.action!"")?string)]
[#if !action?has_content]
  [@host.notFound /]
[#else]
  [#assign name = action.titre!action.@name address = host.link(action) photos = image.of(action)]
  [#assign missions = host.references(action.missions![], "missions")]
  [#assign referent = host.byId(action.referent!"", "personnes")]
  [#assign shared = photos?has_content?then(host.assetLink((photos?first.image)!"", "partage"), "")]
  [#assign trail = reseau.trailOf(content, name, host.plain(action, "titre"), address)]
  [#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
  [@page.layout title=(action.seo.titre)!name description=host.attribute(action, "accroche") rubrique="pole" address=address image=shared photo=(photos?first)!{} head=head share={"item": action}]
    <div class="inside">
      [@page.breadcrumb trail /]
      <article class="article">
        <header class="article-head">
          <p class="article-facts">[@pole.state action /] [@pole.nature action /] <span class="fact">[@icones.icon "agenda" /] ${period()}</span></p>
          <h1>${name}</h1>
          <p class="lead">${action.accroche!}</p>
          [@gestes.row /]
        </header>
        <div class="article-columns">
          <div class="prose">
            [#if photos?has_content]
            <figure class="figure figure-main">
              [@image.picture photo=photos?first main=true sizes="(min-width: 60rem) 684px, 100vw" class="plot" /]
              [@image.legend photos?first /]
            </figure>
            [/#if]
            [#-- Rich text is sanitised when it is saved, and decoded only here. --]
            <div class="rich">${host.rich(action, "description")}</div>
            [@results /]
            [@sessions /]
            [@fil.thread "liesActions" action /]
            [@graines.list action "action" /]
            [@partners /]
            [#if missions?has_content]
            <p class="from-mission">${i18n["pole.action.mission"]} [#list missions as one]<a href="${host.link(one)}">${one.titre!one.@name}</a>[#sep], [/#list]</p>
            [/#if]
          </div>
          [@together /]
        </div>
      </article>
    </div>
    [@suite.steps [
      {"href": missions?has_content?then(host.link(missions?first), ""), "icon": "pole", "title": i18n["pole.suite.mission"], "text": (missions?first.phrase)!""},
      {"href": host.pageAt("/le-pole/actions"), "icon": "pole", "title": i18n["pole.suite.actions"], "text": i18n["pole.suite.actions.texte"]},
      {"href": host.pageAt("/etre-accompagne"), "icon": "projets", "title": i18n["pole.suite.accompagne"], "text": i18n["pole.suite.accompagne.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#-- « depuis mars 2026 », « mars 2026 – juin 2026 », « dès mars 2026 » --]
[#function period]
  [#local from = host.formatDate(action.debut!"", "MMMM yyyy") to = host.formatDate(action.fin!"", "MMMM yyyy")]
  [#if !from?has_content][#return to][/#if]
  [#if !to?has_content || from == to][#return i18n.get("pole.action.depuis." + pole.stateOf(action), [from])][/#if]
  [#return i18n.get("pole.action.periode", [from, to])]
[/#function]

[#-- What is looked for, and the person to do it with. --]
[#macro together]
[#local wanted = (pole.stateOf(action) == "terminee")?then([], pole.wantedBy(action))]
<aside class="contact" aria-labelledby="contact">
  <h2 id="contact">${i18n["pole.action.ensemble"]}</h2>
  [#if wanted?has_content]
  <p>${i18n["pole.cherche.titre"]}</p>
  <ul class="wanted-list">[#list wanted as one]<li>[@icones.icon "besoin" /] ${i18n["actions.detail.cherche.options." + one]}</li>[/#list]</ul>
  [/#if]
  [#if referent?has_content]
  <p class="contact-name">${referent.titre!referent.@name}</p>
  [#if referent.fonction?has_content]<p>${referent.fonction}</p>[/#if]
  [/#if]
  [#local mail = host.openPlain(referent, "contact/courriel") phone = host.openPlain(referent, "contact/telephone")]
  [#local letter = contact.letterTo("actions", action)]
  [#if letter?has_content]
  <ul class="ways"><li><a class="button" href="${letter}" rel="nofollow">[@icones.icon "message" /] ${i18n["pole.action.ensemble.ecrire"]}</a></li>[@contact.way "telephone" phone true /]</ul>
  [#elseif mail?has_content]
  <ul class="ways"><li><a class="button" href="mailto:${host.text(mail)}?subject=${host.plain(action, "titre")?url("UTF-8")}">[@icones.icon "message" /] ${i18n["pole.action.ensemble.ecrire"]}</a></li>[@contact.way "telephone" phone true /]</ul>
  [#else]
  [@page.contactWays /]
  [/#if]
</aside>
[/#macro]

[#macro results]
[#if host.entries(action, "resultats")?has_content]
<h2 class="small-title">${i18n["pole.action.resultats"]}</h2>
<ul class="counts">
  [#list host.entries(action, "resultats") as one]
  <li><strong>${one.valeur!}</strong> <span>${one.libelle!}[#if one.date?? && one.date?is_date_like] <small>${host.formatDate(one.date, "MMMM yyyy")}</small>[/#if]</span></li>
  [/#list]
</ul>
[/#if]
[/#macro]

[#-- The next date of each session; what is over is no invitation. --]
[#macro sessions]
[#local coming = []]
[#list host.references(action.seances![], "evenements") as event]
  [#local next = agenda.upcoming({"name": event.@name}, 1, 1).items]
  [#if next?has_content][#local coming += [{"event": event, "occurrence": next?first}]][/#if]
[/#list]
[#if coming?has_content]
<h2 class="small-title">${i18n["pole.action.seances"]}</h2>
<ul class="plain-list">
  [#list coming as one]
  <li><a href="${agenda.addressOf(one.occurrence, one.event)}">${one.event.titre!one.event.@name}</a><br>${date.words(date.noonOf(one.occurrence.jour))?cap_first}[#if agenda.placeOf(one.event)?has_content], ${agenda.placeOf(one.event)}[/#if]</li>
  [/#list]
</ul>
[/#if]
[/#macro]

[#macro partners]
[#local all = host.references(action.partenaires![], "acteurs")]
[#if all?has_content]
<h2 class="small-title">${i18n["pole.action.partenaires"]}</h2>
<ul class="plain-list">[#list all as one]<li><a href="${host.link(one)}">${one.titre!one.@name}</a></li>[/#list]</ul>
[/#if]
[/#macro]
