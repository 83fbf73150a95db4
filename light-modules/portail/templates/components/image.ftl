[#import "/portail/templates/includes/image.ftl" as image]
<figure class="figure">
  [@image.picture photo=content main=true sizes="(min-width: 45rem) 720px, 100vw" class="plot" /]
  [@image.legend content /]
</figure>
