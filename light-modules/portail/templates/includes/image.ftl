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
[#assign corners = 8]
[#function once html]
  [#-- parted at plain signs, which an expression passes over several at a time, and read once: to look for each picture in the whole page takes longer than to draw it --]
  [#local seen = "" again = 0 rest = ""]
  [#local whole][#list html?split(" src=\"", "r") as part][#t]
    [#if part?is_first][#t]
      [#local rest = part][#t]
    [#else][#t]
      [#local picture = pictureAt(part) + "\n"][#t]
      [#if seen?contains(picture) && isFramed(rest?keep_before_last("<img")?trim)][#t]
        ${rest?keep_before_last("<img")}${corner(again)}[#local again += 1 rest = part[part?index_of("</div>")..]][#t]
      [#else][#t]
        ${rest} src="[#local rest = part][#t]
      [/#if][#t]
      [#local seen += picture][#t]
    [/#if][#t]
  [/#list]${rest}[/#local][#t]
  [#return whole]
[/#function]

[#-- The address that some HTML begins with; of a picture of the media library the part that all its sizes share. --]
[#function pictureAt html]
  [#local address = html?keep_before("\"")]
  [#return address?contains("/dam/")?then("/dam/" + address?keep_after("/dam/"), address)]
[/#function]

[#-- Whether a picture that follows is that of a card, a row or a tile. --]
[#function isFramed html]
  [#return html?ends_with("<div class=\"card-picture\">") || html?ends_with("<div class=\"rdv-picture\">") || html?ends_with("<div class=\"tile-picture\">")]
[/#function]

[#function corner number]
  [#return "<img src=\"" + host.resource("/portail/webresources/images/parcelles.svg") + "#c" + (number % corners)?c + "\" alt=\"\" width=\"640\" height=\"400\" loading=\"lazy\" decoding=\"async\">"]
[/#function]

[#-- The photos of an item, in order; those without a picture are left out. --]
[#function of item]
  [#return host.entries(item, "photos")?filter(photo -> host.isPhotoShown(photo) && host.assetLink(photo.image!"", "carte")?has_content)]
[/#function]
