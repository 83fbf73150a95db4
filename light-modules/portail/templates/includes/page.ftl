[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/image.ftl" as pictures]
[#import "/portail/templates/includes/passer.ftl" as passer]
[#import "/portail/templates/includes/recherche.ftl" as recherche]

[#-- What the whole site shares (menu, logo) stands on the home page; what is said of the association, in the settings below it. --]
[#assign home = host.byPath("/accueil") reglages = host.byPath("/accueil/reglages")]

[#--
  A setting, or nothing: as it was kept, even empty, else as the home page has it, or the page given. Safe to print; `saidPlain` is
  as it was typed, for `json` and for further work.
--]
[#function said name before=home]
  [#return (reglages[name])!(before[name])!""]
[/#function]

[#function saidPlain name before=home]
  [#return host.plain((reglages[name])???then(reglages, before), name)]
[/#function]

[#assign siteName = said("nomSite")?has_content?then(said("nomSite"), i18n["portail.nomSite"])]

[#-- The logo of the association: the settings name it, with the icon and the picture to share that are made from it. --]
[#assign hasLogo = host.assetLink((reglages.logo)!"", "entete")?has_content]

[#-- Address of the icon of the site, in a size of the theme. --]
[#function icon size]
  [#local own = hasLogo?then(host.assetLink((reglages.icone)!"", size), "")]
  [#if own?has_content][#return host.text(own)][/#if]
  [#return host.resource("/portail/webresources/" + ({"icone-32": "favicon-32"}[size]!size) + ".png")]
[/#function]

[#-- Address of the picture that others show of a page without one of its own. --]
[#function sharedPicture]
  [#local own = hasLogo?then(host.assetLink((reglages.partage)!"", "partage"), "")]
  [#return own?has_content?then(own, host.resource("/portail/webresources/images/partage.png"))]
[/#function]

[#--
  The page around what is nested.
  title, description: already encoded. rubrique: the colour of the page. address: of the page, when it is not that of
  its node. image: address of the picture to share; photo: its node. head: more elements for the head. lost: it stands
  for a page that is not there, and is no page of the menu. share: the item that the page is about, and whoever likes it passes
  on: {item, facts, placed: the page has put it where it wants it}. printed: what the code on paper leads to, when it is not that item.
--]
[#macro layout title description="" rubrique="portail" address="" image="" type="website" head="" indexed=true lost=false share={} photo={} printed={}]
[#local here = lost?then("", (content.@path)!"")]
[#local atHome = here?has_content && here == (home.@path)!"-"]
[#local ownAddress = address?has_content?then(address, atHome?then(ctx.contextPath + "/", lost?then("", pageAddress())))]
[#local shown][#nested][/#local]
<!DOCTYPE html>
<html lang="fr" class="rubrique-${rubrique}">
<head>
  [#if content??][@cms.page /][/#if]
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${titleOf(title, atHome)}</title>
  [#if description?has_content]<meta name="description" content="${description}">[/#if]
  [#if !indexed]<meta name="robots" content="noindex">[/#if]
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="#FFFAF0" media="(prefers-color-scheme: light)">
  <meta name="theme-color" content="#15201B" media="(prefers-color-scheme: dark)">
  [#if ownAddress?has_content && indexed]
  <link rel="canonical" href="${host.canonical(ownAddress)}">
  <meta property="og:url" content="${host.canonical(ownAddress)}">
  [/#if]
  <meta property="og:type" content="${type}">
  <meta property="og:locale" content="fr_FR">
  <meta property="og:site_name" content="${siteName}">
  <meta property="og:title" content="${title}">
  [#if description?has_content]<meta property="og:description" content="${description}">[/#if]
  <meta property="og:image" content="${host.canonical(image?has_content?then(image, sharedPicture()))}">
  [#local alt = image?has_content?then(photo?has_content?then(pictures.words(photo), ""), hasLogo?then(siteName, i18n["portail.partage"]))]
  <meta property="og:image:width" content="1200">
  <meta property="og:image:height" content="630">
  [#if alt?has_content]<meta property="og:image:alt" content="${alt}">[/#if]
  <meta name="twitter:card" content="summary_large_image">
  [#if !hasLogo]<link rel="icon" href="${host.resource("/portail/webresources/favicon.svg")}" type="image/svg+xml">[/#if]
  <link rel="icon" href="${icon("icone-32")}" sizes="32x32" type="image/png">
  <link rel="apple-touch-icon" href="${icon("icone-192")}">
  <link rel="manifest" href="${ctx.contextPath}/manifest.webmanifest">
  [#-- Under the addresses that the style sheet asks for: another one would load them twice. --]
  <link rel="preload" href="${host.resource("/portail/webresources/fonts/bricolage-grotesque-latin-wght-normal.woff2")}" as="font" type="font/woff2" crossorigin>
  <link rel="preload" href="${host.resource("/portail/webresources/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2")}" as="font" type="font/woff2" crossorigin>
  [#list (sitefn.theme(sitefn.site()).cssFiles)![] as css]
  <link rel="stylesheet" href="${host.resource(css.link?remove_beginning("/.resources"))}"[#if css.media?has_content] media="${css.media}"[/#if]>
  [/#list]
  [#-- The home page is the heaviest: what only the other pages are built with is not for it. --]
  [#if !atHome]<link rel="stylesheet" href="${host.resource("/portail/webresources/css/pages.css")}">[/#if]
  <script src="${host.resource("/portail/webresources/js/preferences.js")}" async></script>
  [#if host.canSearch()]<script src="${host.resource("/portail/webresources/js/recherche.js")}" defer></script>[/#if]
  [#if share?has_content]<script src="${host.resource("/portail/webresources/js/copier.js")}" defer></script><script src="${host.resource("/portail/webresources/js/passer.js")}" defer></script>[/#if]
  [#if (home.couleurs)?has_content]<link rel="stylesheet" href="${ctx.contextPath}/apparence.css">[/#if]
  [#if share?has_content && ownAddress?has_content && passer.isShownElsewhere(share.item!{})]<link rel="alternate" type="application/json+oembed" href="${host.canonical(host.outlet("/oembed"))}?url=${host.decoded(host.canonical(host.link(share.item)))?url("UTF-8")}&amp;format=json" title="${title}">[/#if]
  ${head}
  <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
  [@siteData /][#list graph as one],
  ${one}[/#list]
  ]}</script>
</head>
<body>
  <a class="skip" href="#contenu">${i18n["portail.evitement"]}</a>
  [@host.kept by=["portail:entete", here, siteName, home?has_content?c, reglages?has_content?c, hasLogo?c]][@header menu() here atHome /][/@host.kept]
  <main id="contenu" tabindex="-1">
    ${host.explained(pictures.once(shown), glossary(here))}
    [#if share?has_content && !(share.placed!false)]<div class="inside">[@passer.kit item=share.item address=ownAddress image=image facts=share.facts!"" /]</div>[/#if]
    [#if printed?has_content || share?has_content][@onPaper printed?has_content?then(printed, share.item!{}) ownAddress /][/#if]
  </main>
  [@host.kept by=["portail:pied", here, siteName, home?has_content?c, reglages?has_content?c]]
  [@footer here /]
  [@bottomBar menu() here atHome /]
  [/@host.kept]
</body>
</html>
[/#macro]

[#--
  The title that a tab, a bookmark and a search engine show: with the name of the site where both fit into what those show, or its
  short name, the page's own words before all; the home page is its site. Encoded like its parts; a character that is encoded counts
  once.
--]
[#assign longestTitle = 60]
[#function titleOf title atHome]
  [#list [siteName, said("nomCourt")]?filter(name -> name?has_content) as name]
    [#local whole = atHome?then(name + " – " + title, title + " – " + name)]
    [#if whole?replace("&#?[A-Za-z0-9]+;", ".", "r")?length lte longestTitle][#return whole][/#if]
  [/#list]
  [#return atHome?then(siteName, title)]
[/#function]

[#-- What a page tells machines of itself, nested as an object of schema.org: all of it stands in one graph, behind the site. --]
[#assign graph = []]
[#macro data]
[#local one][#nested][/#local]
[#assign graph += [one?trim]]
[/#macro]

[#macro siteData]
[#local name = host.json(siteNamePlain()) here = host.json(host.canonical(ctx.contextPath + "/"))]
{"@type":"WebSite","name":${name},"url":${here},"inLanguage":"fr"[#if host.canSearch()],"potentialAction":{"@type":"SearchAction","target":${host.json(host.canonical(ctx.contextPath + "/recherche") + "?q={search_term_string}")},"query-input":"required name=search_term_string"}[/#if]},
  {"@type":"Organization","name":${name},[#if saidPlain("nomCourt")?has_content]"alternateName":${host.json(saidPlain("nomCourt"))},[/#if]"url":${here},"logo":${host.json(host.canonical(icon("icone-192")))}}[#t]
[/#macro]

[#function siteNamePlain]
  [#local name = saidPlain("nomSite")]
  [#return name?has_content?then(name, i18n["portail.nomSite"])]
[/#function]

[#-- The entries of the glossary, titre and texte; none on its own page. --]
[#function glossary here]
  [#local page = host.byPath("/glossaire") entries = []]
  [#if !page?has_content || here == page.@path][#return []][/#if]
  [#list host.entries(page, "contenu") as part]
    [#local entries += host.entries(part, "elements")]
  [/#list]
  [#return entries]
[/#function]

[#-- On paper: where the page is on line, and a code that leads there. The code comes with the page, as a printer waits for no image. --]
[#macro onPaper target address]
[#local short = host.shortAddress(target)]
<div class="on-paper">
  [#if short?has_content]<img src="${short}.svg" alt="" width="120" height="120" fetchpriority="low" decoding="async">[/#if]
  <p>${i18n["portail.papier"]}<br><strong>${host.canonical(address)}</strong></p>
</div>
[/#macro]

[#macro header entries here atHome]
[#local contact = host.byPath("/contact") space = host.privateSpace()]
<header>
  [#local installing = space?has_content && (home.installation)?has_content]
  <div class="top[#if installing || (home.bandeau)?has_content] top-ribbon[/#if]">
    <div class="top-inside">
      [#if installing]<p class="ribbon">${i18n["portail.installation"]} <a href="${space}">${i18n["portail.installation.lien"]}</a></p>
      [#elseif (home.bandeau)?has_content]<p class="ribbon">${home.bandeau}</p>[/#if]
      [@recherche.box "haut" /]
      <ul class="top-links">
        [#if contact?has_content]<li><a href="${host.link(contact)}"[@current entryOf(contact, "") here /]>[@icones.icon "message" /] ${contact.navigationTitle!contact.title!contact.@name}</a></li>[/#if]
        [#if space?has_content]<li><a href="${space}">[@icones.icon "espace" /] ${i18n["portail.espace"]}</a></li>[/#if]
      </ul>
    </div>
  </div>
  <div class="header">
    <a class="logo" href="${ctx.contextPath}/"[#if atHome] aria-current="page"[/#if]>
      [#local former = host.assetLink(home.logo!"", "carre")]
      [#if hasLogo]<img class="logo-mark logo-mark--own[#if (reglages.logoFond)?has_content] logo-mark--${reglages.logoFond}[/#if]" src="${host.text(host.assetLink(reglages.logo, "entete"))}" alt="" width="${(reglages.logoLargeur!48)?c}" height="48">
      [#elseif former?has_content]<img class="logo-mark" src="${host.text(former)}" alt="" width="48" height="48">[#else][#include "/portail/templates/includes/logo.ftl"][/#if]
      <span class="[#if hasLogo && host.isTrue(reglages.logoAvecNom!false)]hidden[#else]logo-name[/#if]">${siteName}</span>
    </a>
    <nav class="menu" aria-label="${i18n["portail.menu"]}">
      <ul>[@menuItems entries here /]</ul>
      [@wholeMenu entries here /]
    </nav>
    [#-- On a small screen the box stands on a page of its own. --]
    [#local search = host.canSearch()?then(recherche.address(), "")]
    [#if search?has_content]<a class="header-search" href="${search}">[@icones.icon "loupe" /]<span class="hidden">${i18n["portail.recherche.haut"]}</span></a>[/#if]
    [#local propose = proposePage()]
    [#if propose?has_content]<a class="button header-propose" href="${propose}"[#if here?starts_with("/proposer")] aria-current="true"[/#if]>${i18n["portail.proposer"]}</a>[/#if]
  </div>
</header>
[/#macro]

[#-- On a wide screen the second level is a panel that opens at a press and closes at another, at Escape, or beside it. --]
[#macro wholeMenu entries here]
[#if entries?filter(entry -> entry.children?has_content)?has_content]
<button class="menu-open" type="button" popovertarget="tout-le-menu">[@icones.icon "menu" /]<span class="hidden">${i18n["portail.menu.tout"]}</span></button>
<div class="menu-sheet" id="tout-le-menu" popover>
  <ul class="menu-groups">[@menuItems entries here true /]</ul>
  <button class="menu-close button button-quiet" type="button" popovertarget="tout-le-menu" popovertargetaction="hide">${i18n["portail.menu.fermer"]}</button>
</div>
[/#if]
[/#macro]

[#-- On a small screen the menu is a bar within the thumb's reach; its last entry unfolds the whole menu. --]
[#macro bottomBar entries here atHome]
<nav class="bar" aria-label="${i18n["portail.barre"]}">
  <a class="bar-entry" href="${ctx.contextPath}/"[#if atHome] aria-current="page"[/#if]>[@icones.icon "accueil" /]<span>${i18n["portail.accueil"]}</span></a>
  [#local propose = proposePage()]
  [#list entries as entry]
    [#if entry?index < propose?has_content?then(2, 3)]
    <a class="bar-entry" href="${entry.href}"[@current entry here /]>[@icones.icon entry.name /]<span>${entry.short?has_content?then(entry.short, entry.label)}</span></a>
    [/#if]
  [/#list]
  [#if propose?has_content]<a class="bar-entry bar-propose" href="${propose}"[#if here?starts_with("/proposer")] aria-current="true"[/#if]>[@icones.icon "plus" /]<span>${i18n["portail.proposer.court"]}</span></a>[/#if]
  <details class="bar-menu">
    <summary class="bar-entry">[@icones.icon "menu" /]<span class="bar-open">${i18n["portail.menu.court"]}</span><span class="bar-close">${i18n["portail.menu.fermer"]}</span></summary>
    <div class="bar-sheet">
      [@recherche.box "menu" /]
      <ul class="bar-list">[@menuItems entries here true /]</ul>
      [#local contact = host.byPath("/contact") space = host.privateSpace()]
      <ul class="bar-more">
        [#if contact?has_content]<li><a href="${host.link(contact)}"[@current entryOf(contact, "") here /]>[@icones.icon "message" /] ${contact.navigationTitle!contact.title!contact.@name}</a></li>[/#if]
        [#if space?has_content]<li><a href="${space}">[@icones.icon "espace" /] ${i18n["portail.espace"]}</a></li>[/#if]
      </ul>
    </div>
  </details>
</nav>
[/#macro]

[#-- Where one proposes something; nothing where no form is received. --]
[#function proposePage what=""]
  [#return host.hasForms()?then(host.pageAt("/proposer" + what?has_content?then("/" + what, "")), "")]
[/#function]

[#-- At the end of a list: « et vous ? ». what: name of the page under /proposer. --]
[#macro propose what]
[#local address = proposePage(what)]
[#if address?has_content]
<aside class="propose">
  <h2>${i18n["portail.proposer.fin.titre"]}</h2>
  <p>${i18n["portail.proposer.fin.texte"]}</p>
  <p><a class="button" href="${address}">[@icones.icon "plus" /] ${host.byPath("/proposer/" + what).title!i18n["portail.proposer"]}</a></p>
</aside>
[/#if]
[/#macro]

[#macro menuItems entries here deep=false]
[#list entries as entry]
<li[#if deep] class="bar-group rubrique-${entry.name}"[/#if]>
  <a href="${entry.href}"[@current entry here /]>[#if deep][@icones.icon entry.name /] [/#if]${entry.label}</a>
  [#if deep && entry.children?has_content]
  <ul>
    [#list entry.children as child]<li><a href="${child.href}"[@current child here /]>${child.label}</a></li>[/#list]
  </ul>
  [/#if]
</li>
[/#list]
[/#macro]

[#macro current entry here][#if here == entry.path] aria-current="page"[#elseif here?starts_with(entry.path + "/")] aria-current="true"[/#if][/#macro]

[#macro footer here]
<footer class="footer">
  <div class="hedge" aria-hidden="true"></div>
  <div class="footer-inside">
    [@human /]
    <div class="footer-about">
      <p class="footer-name">${siteName}</p>
      [#local baseline = said("baseline") kind = said("nature")]
      [#if kind?has_content]<p class="footer-small">${i18n["portail.nature." + kind]}</p>[/#if]
      [#if baseline?has_content]<p>${baseline}</p>[/#if]
      [#if (home.mentionAccessibilite)?has_content]<p class="footer-small">${home.mentionAccessibilite}</p>[/#if]
      [#-- Shown by the script that keeps the choice. --]
      <fieldset class="light" data-light hidden>
        <legend>${i18n["portail.lumiere"]}</legend>
        [#list ["auto", "light", "dark"] as one]<label><input type="radio" name="lumiere" value="${one}"[#if one?is_first] checked[/#if]> ${i18n["portail.lumiere." + one]}</label>[/#list]
      </fieldset>
    </div>
    <ul class="footer-links">
      [#if host.hasForms()]<li><a href="${host.subscription("lettre")}"[#if here == "/abonnement/lettre"] aria-current="page"[/#if]>[@icones.icon "message" /] ${i18n["portail.lettre.recevoir"]}</a></li>[/#if]
      [#list footerPages() as entry]<li><a href="${entry.href}"[@current entry here /]>${entry.label}</a></li>[/#list]
      [#if host.privateSpace()?has_content]<li><a href="${host.privateSpace()}">${i18n["portail.espace"]}</a></li>[/#if]
    </ul>
  </div>
</footer>
[/#macro]

[#-- Somebody to write to: every page ends with them. --]
[#macro human]
<div class="human">
  <img src="${host.resource("/portail/webresources/images/bonjour.svg")}" alt="" width="160" height="160" loading="lazy" decoding="async">
  <div>
    [#local question = said("contactTitre") words = said("contactPhrase") who = said("contactPrenom") role = said("contactFonction")]
    <h2 class="human-title">${question?has_content?then(question, i18n["portail.contact.titre"])}</h2>
    [#if words?has_content]<p>${words}</p>[/#if]
    [@contactWays /]
    [#if who?has_content]<p class="human-who">${who}[#if role?has_content], ${role}[/#if]</p>[/#if]
  </div>
</div>
[/#macro]

[#-- Without a number or an address, the page where one may write. --]
[#macro contactWays]
[#local phone = said("contactTelephone") mail = said("contactCourriel")]
[#local form = (phone?has_content || mail?has_content)?then("", host.pageAt("/contact"))]
[#if phone?has_content || mail?has_content || form?has_content]
<ul class="ways">
  [#if phone?has_content]
  <li><a class="button" href="tel:${host.dial(phone)}">[@icones.icon "telephone" /] ${phone}</a></li>
  [/#if]
  [#if mail?has_content]
  <li><a class="button button-quiet" href="mailto:${mail}">[@icones.icon "message" /] ${i18n["portail.contact.ecrire"]}</a></li>
  [/#if]
  [#if form?has_content]
  <li><a class="button" href="${form}#contenu">[@icones.icon "message" /] ${i18n["portail.contact.ecrire"]}</a></li>
  [/#if]
</ul>
[/#if]
[/#macro]

[#-- Entries of the menu: name, label, href, path, children. A page that is gone is left out. --]
[#function menu]
  [#local entries = []]
  [#list host.entries(home, "menu") as entry]
    [#local target = host.byId(entry.page!"", "website")]
    [#if target?has_content]
      [#local children = []]
      [#list navfn.navItems(target)![] as child]
        [#if isGroup(child)]
          [#list navfn.navItems(child)![] as one][#local children += [entryOf(one, "")]][/#list]
        [#else]
          [#local children += [entryOf(child, "")]]
        [/#if]
      [/#list]
      [#list host.references(entry.autres![], "website") as child][#local children += [entryOf(child, "")]][/#list]
      [#local entries += [entryOf(target, entry.libelle!"") + {"children": children, "short": entry.court!""}]]
    [/#if]
  [/#list]
  [#return entries]
[/#function]

[#-- Whether a page only groups others: they stand in its place. --]
[#function isGroup page][#return (cmsfn.metaData(page, "mgnl:template")!"") == "portail:pages/groupe"][/#function]

[#function footerPages]
  [#local entries = []]
  [#list host.references(home.pagesPied![], "website") as target]
    [#local entries += [entryOf(target, "")]]
  [/#list]
  [#return entries]
[/#function]

[#function entryOf page label]
  [#return {
    "name": page.@name,
    "path": page.@path,
    "href": host.link(page),
    "label": label?has_content?then(label, (page.navigationTitle)!page.title!page.@name)
  }]
[/#function]

[#function pageAddress]
  [#if !content?? || host.typeOf(content) != "mgnl:page"][#return ""][/#if]
  [#return host.link(content)]
[/#function]

[#--
  The band of colour at the head of an inner page. What is nested follows the title. picture: address of a drawing;
  drawing: or its markup. slim: one line, where what one came for stands right below.
--]
[#macro band title intro="" picture="" drawing="" slim=false]
<div class="band[#if slim] band-slim[/#if]">
  <div class="band-inside">
    <div class="band-words">
      <h1>${title}</h1>
      [#if intro?has_content]<p class="band-intro">${intro}</p>[/#if]
      [#nested]
    </div>
    ${drawing}
    [#if picture?has_content]<img class="band-picture" src="${host.resource(picture)}" alt="" width="480" height="300" decoding="async">[/#if]
  </div>
</div>
[/#macro]

[#-- trail: labels already encoded and addresses, from the home page down; the last one is where we are. --]
[#macro breadcrumb trail]
<nav class="breadcrumb" aria-label="${i18n["portail.ariane"]}">
  <ol>
    <li><a href="${ctx.contextPath}/">${i18n["portail.accueil"]}</a></li>
    [#list trail as step]
    <li>[#if step?is_last]<span aria-current="page">${step.label}</span>[#else]<a href="${step.href}">${step.label}</a>[/#if]</li>
    [/#list]
  </ol>
</nav>
[/#macro]

[#-- The steps to a form or to what is said once it was sent: by the page that holds it when its address lies below, else by the page at the head of its address, if there is one. --]
[#function trailTo content insert above=[]]
  [#local own = {"label": content.title!content.@name, "plain": host.plain(content, "title"), "href": host.link(content)}]
  [#if !(insert.title!"")?has_content][#return above + [own]][/#if]
  [#local here = {"label": insert.title, "plain": insert.plain, "href": ""}]
  [#if (ctx.contextPath + insert.path)?starts_with(own.href + "/")][#return above + [own, here]][/#if]
  [#local head = host.byPath("/" + insert.path?split("/")[1])]
  [#return (head?has_content && !isGroup(head))?then([{"label": head.title!head.@name, "plain": host.plain(head, "title"), "href": host.link(head)}], []) + [here]]
[/#function]

[#-- The same trail for machines; `plain` is the label as typed. --]
[#macro breadcrumbData trail]
[@data]{"@type":"BreadcrumbList","itemListElement":[
  {"@type":"ListItem","position":1,"name":${host.json(i18n["portail.accueil"])},"item":${host.json(host.canonical(ctx.contextPath + "/"))}}[#list trail as step],
  {"@type":"ListItem","position":${step?index + 2},"name":${host.json(step.plain)}[#if !step?is_last],"item":${host.json(host.canonical(step.href))}[/#if]}[/#list]
]}[/@data]
[/#macro]

[#-- Previous and next page of a list. address: of the list; query: what else it is asked, encoded. by: « date » when the newest come first. --]
[#macro pager address page pages query="" by=""]
[#local words = "portail.pages." + (by == "date")?then("date.", "")]
[#if pages > 1]
<nav class="pager" aria-label="${i18n["portail.pages"]}">
  <ul>
    [#if page > 1]<li><a class="pager-step" rel="prev" href="${pageHref(address, page - 1, query)}">[@icones.icon "retour" /] ${i18n[words + "avant"]}</a></li>[/#if]
    [#-- The first, the last and those around: of a thousand pages nobody wants each. --]
    [#local around = ((page - 2)..(page + 2))?filter(number -> number > 1 && number < pages)]
    [#local before = 0]
    [#list [1] + around + [pages] as number]
    [#if number - before > 1]<li aria-hidden="true">…</li>[/#if]
    <li><a href="${pageHref(address, number, query)}"[#if number == page] aria-current="page"[/#if]><span class="hidden">${i18n["portail.pages.page"]} </span>${number?c}</a></li>
    [#local before = number]
    [/#list]
    [#if page < pages]<li><a class="pager-step" rel="next" href="${pageHref(address, page + 1, query)}">${i18n[words + "apres"]} [@icones.icon "suite" /]</a></li>[/#if]
  </ul>
</nav>
[/#if]
[/#macro]

[#function pageHref address number query]
  [#local asked = [query, (number > 1)?then("page=" + number?c, "")]?filter(part -> part?has_content)?join("&amp;")]
  [#return address + asked?has_content?then("?" + asked, "")]
[/#function]

[#-- Nothing to show: say so kindly, and what to do about it. --]
[#macro empty title text level=2 ways=true]
<div class="empty">
  <img src="${host.resource("/portail/webresources/images/vide.svg")}" alt="" width="320" height="200" loading="lazy" decoding="async">
  <div>
    <h${level}>${title}</h${level}>
    <p>${text}</p>
    [#if ways][@contactWays /][/#if]
    [#nested]
  </div>
</div>
[/#macro]
