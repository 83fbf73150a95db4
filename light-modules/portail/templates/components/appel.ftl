[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/page.ftl" as page]
[#assign target = host.byId(content.page!"", "website")]
<section class="call">
  <img class="call-picture" src="${host.resource("/portail/webresources/images/coup-de-main.svg")}" alt="" width="320" height="200" loading="lazy" decoding="async">
  <div class="call-words">
    <h2>${content.titre!}</h2>
    [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
    [#if target?has_content]
      <p><a class="button" href="${host.link(target)}">${content.bouton!target.title!target.@name} [@icones.icon "suite" /]</a></p>
    [#else]
      [@page.contactWays /]
    [/#if]
  </div>
</section>
