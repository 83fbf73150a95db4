[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- A list in words or in pictures, for who would rather look than read: ?vue=images. --]

[#assign inPictures = (ctx.vue!"")?string == "images"]

[#-- What the addresses of the list keep of it. --]
[#assign part = inPictures?then("vue=images", "")]

[#-- The way to the other view. query: of the list, encoded, without this part. --]
[#macro other address query=""]
[#local asked = [inPictures?then("", "vue=images"), query]?filter(one -> one?has_content)?join("&amp;")]
<p class="other-view"><a class="more" href="${address}[#if asked?has_content]?${asked}[/#if]">[@icones.icon inPictures?then("retour", "actualites") /] ${i18n["portail.vue." + inPictures?then("liste", "images")]}</a></p>
[/#macro]

[#-- Pictures with a title: href, title and fact ready to print, photo, and drawing where there is none. --]
[#macro wall items]
<ul class="pictures">
  [#list items as one]
  <li><a href="${one.href}">
    <div class="tile-picture">[#if (one.photo.image)?has_content && host.assetLink(one.photo.image, "carte")?has_content][@image.picture photo={"image": one.photo.image, "decorative": true} sizes="(min-width: 45rem) 33vw, 100vw" /]
    [#else]<img src="${host.resource(one.drawing)}" alt="" width="640" height="400" loading="lazy" decoding="async">[/#if]</div>
    <strong>${one.title}</strong> [#if one.fact?has_content]<span>${one.fact}</span>[/#if]
  </a></li>
  [/#list]
</ul>
[/#macro]
