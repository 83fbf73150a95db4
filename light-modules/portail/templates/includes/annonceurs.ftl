[#import "/portail/templates/includes/host.ftl" as host]

[#-- Whoever told of an item, each with its own colour; said in words wherever the colour is more than an ornament. --]
[#function tellersOf item]
  [#return host.entries(item, "annonceurs")?filter(one -> one.nom?has_content)]
[/#function]

[#macro colours item]
[#list tellersOf(item) as one]<span class="teller teller-${one.couleur!"tournesol"}" aria-hidden="true"></span>[/#list]
[/#macro]

[#macro line item]
[#local all = tellersOf(item)]
[#if all?has_content]<span class="fact">[@colours item /] ${i18n["portail.annonce"]} [#list all as one]${one.nom}[#sep] ${i18n["portail.annonce.et"]} [/#list]</span> [/#if]
[/#macro]
