[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]

[#--
  A card: one picture or drawing, a title that carries the link, and what is nested (kind, date, place).
  title, text, foot: already encoded; the foot stands at the end. level: of its heading. drawing: what stands in for a
  missing picture.
--]
[#macro card title href photo={} drawing="/portail/webresources/images/actualites-carte.svg" text="" foot="" level=3 big=false]
<article class="card linked[#if big] card-big[/#if]">
  <div class="card-body">
    <h${level} class="card-title linked-title"><a href="${href}">${title}</a></h${level}>
    [#if text?has_content]<p class="card-text">${text}</p>[/#if]
    [#if foot?has_content]<p class="card-foot">${foot}</p>[/#if]
    <div class="card-facts">[#nested]</div>
  </div>
  <div class="card-picture">
    [#if photo?has_content]
      [@image.picture photo=photo sizes=big?then("(min-width: 45rem) 640px, 100vw", "(min-width: 45rem) 400px, 100vw") main=big /]
    [#else]
      <img src="${host.resource(drawing)}" alt="" width="640" height="400" loading="lazy" decoding="async">
    [/#if]
  </div>
</article>
[/#macro]
