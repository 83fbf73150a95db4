[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#-- A film of another site is a link until somebody presses it: nothing of that site is asked for before. --]
[#assign player = playerOf(host.plain(content, "adresse")?trim) film = blocs.fileOf(content.fichier!"") title = content.titre!""]
[#assign isFilm = film?has_content && film.mime?starts_with("video/")]
[#if player?has_content || isFilm]
<figure class="film">
  ${blocs.style}[#if player?has_content]${blocs.script}[/#if]
  [#if player?has_content]
  <div class="film-screen">
    [@still /]
    <a class="button film-ask" href="${host.text(player.href)}" rel="external noopener" data-lecteur="${host.text(player.frame)}" data-titre="${host.attribute(content, "titre")}">[@icones.icon "video" /] <span>${i18n["portail.video.voir"]}<span class="hidden"> : ${title}</span></span></a>
  </div>
  [#else]
  [#assign captions = blocs.fileOf(content.sousTitres!"") poster = host.assetLink(content.image!"", "large")]
  <div class="film-screen"><video controls preload="none" aria-label="${host.attribute(content, "titre")}" poster="${poster?has_content?then(host.text(poster), host.resource("/portail/webresources/images/video.svg"))}"><source src="${film.href}" type="${film.mime}">[#if captions?has_content]<track kind="captions" srclang="fr" label="${i18n["portail.video.sous-titres"]}" src="${captions.href}" default>[/#if]<a href="${film.href}">${i18n["portail.video.telecharger"]}</a></video></div>
  [/#if]
  <figcaption>
    <strong>${title}</strong>
    [#if player?has_content]<span>${i18n.get("portail.video.chez", [host.text(player.name)])} <a href="${host.text(player.href)}" rel="external">${i18n.get("portail.video.ouvrir", [host.text(player.name)])}</a></span>
    [#else]<span>${film.format}, ${film.weight}. <a href="${film.href}" download>${i18n["portail.video.telecharger"]}<span class="hidden"> : ${title}</span></a></span>[/#if]
    [#assign by = content.image?has_content?then(image.credit(content), "")]
    [#if by?has_content]<span class="credit">${i18n["portail.credit"]} ${by}</span>[/#if]
  </figcaption>
  [#if content.transcription?has_content][@words /][/#if]
</figure>
[#else]
[#-- The words of a film that is gone are still there to be read. --]
[#if content.transcription?has_content]<div class="film"><p><strong>${title}</strong></p>[@words /]</div>[/#if]
[@blocs.lacking i18n["portail.video.vide"] /]
[/#if]

[#macro words]
<details class="film-words">
  <summary>${i18n["portail.video.transcription"]}<span class="hidden"> : ${title}</span></summary>
  [#list host.plain(content, "transcription")?split("\n") as line][#if line?trim?has_content]<p>${host.text(line?trim)}</p>[/#if][/#list]
</details>
[/#macro]

[#-- Picture before the film: the chosen one, or a drawing of ours. --]
[#macro still]
[#local address = host.assetLink(content.image!"", "large")]
<img src="${address?has_content?then(host.text(address), host.resource("/portail/webresources/images/video.svg"))}" alt="" width="640" height="360" loading="lazy" decoding="async">
[/#macro]

[#-- Where a film of this address is looked at: name, href (its page) and frame (what is asked for at the press); else an empty hash. --]
[#function playerOf address]
  [#list [
    {"of": r"https?://(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#\s]*&)?v=|embed/|shorts/|live/)([A-Za-z0-9_-]{6,20})(?:[/?&#].*)?", "name": "YouTube", "href": "https://www.youtube.com/watch?v=", "frame": "https://www.youtube-nocookie.com/embed/", "more": "?autoplay=1&rel=0&hl=fr&cc_load_policy=1"},
    {"of": r"https?://youtu\.be/([A-Za-z0-9_-]{6,20})(?:[/?&#].*)?", "name": "YouTube", "href": "https://www.youtube.com/watch?v=", "frame": "https://www.youtube-nocookie.com/embed/", "more": "?autoplay=1&rel=0&hl=fr&cc_load_policy=1"},
    {"of": r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?([0-9]{5,12})(?:[/?&#].*)?", "name": "Vimeo", "href": "https://vimeo.com/", "frame": "https://player.vimeo.com/video/", "more": "?autoplay=1&dnt=1"},
    {"of": r"https?://(?:(?:www\.)?dailymotion\.com/(?:embed/)?video|dai\.ly)/([A-Za-z0-9]{4,16})(?:[/?&#_].*)?", "name": "Dailymotion", "href": "https://www.dailymotion.com/video/", "frame": "https://geo.dailymotion.com/player.html?video=", "more": ""}
  ] as site]
    [#local found = address?matches(site.of)]
    [#if found][#return {"name": site.name, "href": site.href + found?groups[1], "frame": site.frame + found?groups[1] + site.more}][/#if]
  [/#list]
  [#-- PeerTube stands anywhere: its site is named as it is. --]
  [#local found = address?matches(r"https?://([a-z0-9.-]{4,100})/(?:w|videos/watch|videos/embed)/([A-Za-z0-9-]{8,40})(?:[/?&#].*)?")]
  [#if found][#return {"name": found?groups[1], "href": "https://" + found?groups[1] + "/w/" + found?groups[2], "frame": "https://" + found?groups[1] + "/videos/embed/" + found?groups[2] + "?autoplay=1"}][/#if]
  [#return {}]
[/#function]
