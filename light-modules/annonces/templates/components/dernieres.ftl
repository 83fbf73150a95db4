[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]
[#-- The last annonces that are open; without any, nothing is shown. --]
[#assign wanted = (content.nombre!"3")?string]
[#assign found = annonces.open({}, 1, wanted?matches("[1-9]")?then(wanted, "3")?number, "publie desc")]
[#assign target = host.byId(content.page!"", "website")]
[#if found.items?has_content]
<section class="block block-plot rubrique-annonces" aria-labelledby="annonces">
  [@annonces.css /]
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <div class="block-head">
      <h2 class="block-title" id="annonces">[@icones.icon "annonces" /] ${content.titre!i18n["annonces.app.label"]}</h2>
      [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
    </div>
    [@annonces.cardList found.items /]
    [#if target?has_content]<p class="block-more"><a class="more" href="${host.link(target)}">${content.lien!target.title!target.@name} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
