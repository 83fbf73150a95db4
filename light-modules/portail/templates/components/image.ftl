[#import "/portail/templates/includes/image.ftl" as image]
<figure class="figure">
  [@image.picture photo=content main=true sizes="(min-width: 45rem) 720px, 100vw" class="plot" /]
  [#if content.legende?has_content || content.credit?has_content]
  <figcaption>${content.legende!} [#if content.credit?has_content]<span class="credit">${i18n["portail.credit"]} ${content.credit}</span>[/#if]</figcaption>
  [/#if]
</figure>
