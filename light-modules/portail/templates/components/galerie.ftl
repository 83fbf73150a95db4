[#import "/portail/templates/includes/image.ftl" as image]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#assign photos = image.of(content)]
[#if photos?has_content]
<ul class="gallery">
  [#list photos as photo]
  <li>
    <figure>
      [@image.picture photo=photo sizes="(min-width: 45rem) 20rem, 50vw" class="plot" /]
      [@image.legend photo /]
    </figure>
  </li>
  [/#list]
</ul>
[/#if]
