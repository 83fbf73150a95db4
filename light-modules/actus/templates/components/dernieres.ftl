[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/actus/templates/includes/actu.ftl" as actus]
[#-- News of the last sixty days; without any, nothing is shown. --]
[#assign origin = actus.originOf(content)]
[#assign wanted = (content.nombre!"3")?string]
[#assign found = actus.latest(origin, 1, wanted?matches("[1-9]")?then(wanted, "3")?number, {"publie": {"from": host.day(-60)}})]
[#assign target = host.byId(content.page!"", "website")]
[#if found.items?has_content]
<section class="block block-${origin}[#if origin == "territoire"] block-plot[/#if]" aria-labelledby="actus-${origin}">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <div class="block-head">
      <h2 class="block-title" id="actus-${origin}">[@icones.icon origin /] ${content.titre!i18n["actus.origine." + origin]}</h2>
      [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
    </div>
    [@actus.cardList actus=found.items brief=true /]
    [#assign letter = (origin == "pole" && host.hasForms())?then(host.subscription("lettre"), "")]
    [#if target?has_content || letter?has_content]
    <p class="block-more">
      [#if target?has_content]<a class="more" href="${host.link(target)}">${content.lien!target.title!target.@name} [@icones.icon "suite" /]</a>[/#if]
      [#if letter?has_content]<a class="more" href="${letter}">[@icones.icon "message" /] ${i18n["portail.lettre.recevoir"]}</a>[/#if]
    </p>
    [/#if]
  </div>
</section>
[/#if]
