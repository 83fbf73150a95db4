[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/page.ftl" as page]
[#-- What the pôle can do for somebody: concrete offers, each leading to a page, an action or a person. --]
[#assign offers = (content.offres?? && content.offres?is_hash)?then(cmsfn.children(content.offres), [])]
<section class="offers" aria-labelledby="offres-${content.@id}">
  <div class="inside">
    <h2 id="offres-${content.@id}">${content.titre!}</h2>
    [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
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
  </div>
</section>
[#function targetOf offer]
  [#local page = host.byId(offer.page!"", "website")]
  [#return page?has_content?then(page, host.byId(offer.action!"", "actions"))]
[/#function]
