[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign photos = image.of(content)]
[@blocs.heading content photos?has_content /]
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
