[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/page.ftl" as page]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]
[#--
  A door: what the pôle can do for somebody, as concrete offers, each leading to a page, an action or a person. That of a
  profile has its drawing, and its title leads to what there is for it.
--]
[#assign offers = host.entries(content, "offres")]
[#assign profile = ressources.profiles?seq_contains(content.profil!"")?then(content.profil, "")]
[#assign own = profile?has_content?then(host.pageAt("/ressources/pour/" + profile), "")]
<section class="offers" aria-labelledby="offres-${content.@id}">
  <div class="offers-head[#if own?has_content] linked[/#if]">
    [#if profile?has_content]<img src="${host.resource("/ressources/webresources/images/profil-" + profile + ".svg")}" alt="" width="160" height="100" loading="lazy" decoding="async">[/#if]
    <h2 class="linked-title" id="offres-${content.@id}">[#if own?has_content]<a href="${own}">${content.titre!} [@icones.icon "suite" /]</a>[#else]${content.titre!}[/#if]</h2>
    [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
  </div>
  <ul class="offer-list">
    [#list offers as offer]
    [#assign target = targetOf(offer)]
    <li class="offer linked">
      <h3 class="linked-title">[#if target?has_content]<a href="${host.link(target)}">${offer.titre!}</a>[#else]${offer.titre!}[/#if]</h3>
      [#if offer.texte?has_content]<p>${offer.texte}</p>[/#if]
      [#if !target?has_content][@page.contactWays /][/#if]
    </li>
    [/#list]
  </ul>
</section>
[#function targetOf offer]
  [#local page = host.byId(offer.page!"", "website")]
  [#return page?has_content?then(page, host.byId(offer.action!"", "actions"))]
[/#function]
