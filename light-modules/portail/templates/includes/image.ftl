[#import "/portail/templates/includes/host.ftl" as host]

[#--
  A picture of the media library, in several sizes; the browser picks one.
  photo: a node with image, alt, decorative. sizes: how wide it is shown, in the words of the `sizes` attribute.
  main: it is what one came to see. full: it is as wide as the page. lazy: it may stand below the first screen.
--]
[#macro picture photo sizes="(min-width: 45rem) 33vw, 100vw" main=false full=false class="" lazy=!main]
[#local address = host.assetLink(photo.image!"", main?then("large", "carte"))]
[#if address?has_content]
[#local described = !host.isTrue(photo.decorative!false)]
<img[#if class?has_content] class="${class}"[/#if] src="${host.text(address)}"
  srcset="${candidate(photo, "petite", 192)}, ${candidate(photo, "vignette", 320)}, ${candidate(photo, "moyenne", 448)}, ${candidate(photo, "carte", 640)}[#if main], ${candidate(photo, "large", 1280)}[/#if][#if full], ${candidate(photo, "pleine", 1920)}[/#if]"
  sizes="${sizes}"
  alt="${described?then(words(photo), "")}" width="${main?then("1280", "640")}" height="${main?then("800", "400")}"
  [#if lazy]loading="lazy"[#else]fetchpriority="high"[/#if] decoding="async">
[/#if]
[/#macro]

[#-- What a picture shows: in the words of the item, else in those of the media library. --]
[#function words photo]
  [#local own = host.attribute(photo, "alt")]
  [#if own?has_content][#return own][/#if]
  [#local asset = host.asset(photo.image!"")]
  [#return host.text(host.decoded((asset.caption)!"")?replace("\\s+", " ", "r"))]
[/#function]

[#-- Who made it: in the words of the item, else in those of the media library. --]
[#function credit photo]
  [#if (photo.credit!"")?has_content][#return photo.credit][/#if]
  [#local asset = host.asset(photo.image!"")]
  [#return host.text(host.decoded((asset.copyright)!"")?replace("\\s+", " ", "r"))]
[/#function]

[#-- What is told under a picture. --]
[#macro legend photo]
[#local by = credit(photo)]
[#if photo.legende?has_content || by?has_content]<figcaption>${photo.legende!} [#if by?has_content]<span class="credit">${i18n["portail.credit"]} ${by}</span>[/#if]</figcaption>[/#if]
[/#macro]

[#function candidate photo variation width]
  [#local address = host.assetLink(photo.image!"", variation)]
  [#return host.text(address?replace(" ", "%20")?replace(",", "%2C")) + " " + width?c + "w"]
[/#function]

[#--
  The HTML of a page in which each picture is shown once: a card, a row or a tile whose picture stands further up already has a corner
  of the bocage seen from above instead, another one each time.
--]
[#function once html]
  [#local frames = ["card-picture", "rdv-picture", "tile-picture"]?map(name -> "<div class=\"" + name + "\">")]
  [#return host.shownOnce(html, frames, (0..7)?map(number -> corner(number)))]
[/#function]

[#function corner number]
  [#return "<img src=\"" + host.resource("/portail/webresources/images/parcelles.svg") + "#c" + number?c + "\" alt=\"\" width=\"640\" height=\"400\" loading=\"lazy\" decoding=\"async\">"]
[/#function]

[#-- The photos of an item, in order; those without a picture are left out. --]
[#function of item]
  [#return host.entries(item, "photos")?filter(photo -> host.isPhotoShown(photo) && host.assetLink(photo.image!"", "carte")?has_content)]
[/#function]
