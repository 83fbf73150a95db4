[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/statut.ftl" as statut]

[#--
  « Faire passer »: all that a friend needs to pass something on, folded. It works without script; nothing is asked of another
  host. item: what it is about. address: of its page. image: address of its picture, or nothing. facts: when and where, plain.
--]
[#macro kit item address image="" facts=""]
[#local short = host.shortAddress(item) title = statut.titled(item, host.plain(item, "titre")?has_content?then(host.plain(item, "titre"), host.plain(item, "title")))]
[#local link = host.canonical(short?has_content?then(short, address))]
[#local head = title + facts?has_content?then(" – " + facts, "")]
[#local about = words(item)]
[#local brief = cut(head, 200) + ends(head) + cut(about, 280 - 3 - (cut(head, 200) + ends(head))?length - link?length) + " " + link]
[#local full = [title, facts, cut(about, 700), i18n["portail.passer.lire"] + " " + link]?filter(part -> part?has_content)?join("\n\n")]
[#local mail = "mailto:?subject=" + title?url("UTF-8") + "&amp;body=" + full?replace("\n", "\r\n")?url("UTF-8")]
<details class="pass-on"[#if short?has_content] data-relays="${short}" data-none="${i18n["portail.passer.aucune"]}" data-once="${i18n["portail.passer.une"]}" data-often="${i18n["portail.passer.plusieurs"]}"[/#if] data-copied="${i18n["portail.passer.copie"]}">
  <summary>[@icones.icon "partager" /] ${i18n["portail.passer"]}</summary>
  <div class="pass-on-inside">
    <p id="passer">${i18n["portail.passer.texte"]}</p>
    <div class="pass-on-texts">
      [@field "court" brief 5 /]
      [@field "long" full 10 /]
      <div>
        <label for="passer-lien">${i18n["portail.passer.lien"]}</label>
        <input type="text" id="passer-lien" value="${link}" readonly>
        <button type="button" class="button button-quiet" data-copy="passer-lien" hidden>${i18n["portail.passer.copier"]} <span class="hidden">${i18n["portail.passer.lien"]}</span></button>
      </div>
      <ul class="ways">
        <li><a class="button" href="${mail}" data-relay>[@icones.icon "message" /] ${i18n["portail.passer.mail"]}</a></li>
        [#if image?has_content]<li><a class="button button-quiet" href="${host.text(image)}" download data-relay>[@icones.icon "fichier" /] ${i18n["portail.passer.image"]}</a></li>[/#if]
      </ul>
      [#local maker = isShownElsewhere(item)?then(host.pageAt("/integrer"), "")]
      [#if maker?has_content]<p><a class="more" href="${maker}?quoi=contenu&amp;adresse=${host.decoded(host.canonical(host.link(item)))?url("UTF-8")}" rel="nofollow">${i18n["portail.integrer.lien"]}</a></p>[/#if]
      <p class="pass-on-times" role="status"></p>
    </div>
    [#if short?has_content]
    <figure class="pass-on-code">
      <img src="${short}.svg" alt="${i18n["portail.passer.qr.alt"]}" width="296" height="296" loading="lazy" decoding="async">
      <figcaption>${i18n["portail.passer.qr"]} <a href="${short}.svg" download="qr-${item.@name}.svg" data-relay>${i18n["portail.passer.qr.prendre"]}</a></figcaption>
    </figure>
    [/#if]
  </div>
</details>
[/#macro]

[#-- Whether other sites may show the item in a frame; none of a host that has no such frames. --]
[#function isShownElsewhere item]
  [#return host.isBocage() && ["bocage:evenement", "bocage:annonce", "bocage:actu", "bocage:acteur"]?seq_contains(host.typeOf(item))]
[/#function]

[#macro field name text rows]
<div>
  <label for="passer-${name}">${i18n["portail.passer." + name]}</label>
  <textarea id="passer-${name}" rows="${rows}" readonly>${host.text(text)}</textarea>
  <button type="button" class="button button-quiet" data-copy="passer-${name}" hidden>${i18n["portail.passer.copier"]} <span class="hidden">${i18n["portail.passer." + name]}</span></button>
</div>
[/#macro]

[#-- What presents the item, as plain text. --]
[#function words item]
  [#list ["chapo", "accroche", "resume", "phrase", "description"] as name]
    [#local text = host.plain(item, name)?replace("<[^>]*>", " ", "r")?replace("&nbsp;", " ")?replace("&lt;", "<")?replace("&gt;", ">")?replace("&quot;", "\"")?replace("&#39;", "'")?replace("&amp;", "&")?replace("\\s+", " ", "r")?trim]
    [#if text?has_content][#return text][/#if]
  [/#list]
  [#return ""]
[/#function]

[#-- A full stop where there is no end yet. --]
[#function ends text][#return text?matches("(?s).*[.!?…]")?then(" ", ". ")][/#function]

[#-- The beginning of a text, cut between words. --]
[#function cut text most]
  [#if most lt 10][#return ""][/#if]
  [#if text?length lte most][#return text][/#if]
  [#local start = text[0..<(most - 1)]]
  [#local blank = start?last_index_of(" ")]
  [#return (blank gt most / 2)?then(start[0..<blank], start) + "…"]
[/#function]
