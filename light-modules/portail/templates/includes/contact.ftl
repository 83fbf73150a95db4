[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- Whom to speak to about an item. Titles and texts are already encoded; the ways are nested. --]
[#macro aside title name="" text=""]
<aside class="contact" aria-labelledby="contact">
  <h2 id="contact">${title}</h2>
  [#if name?has_content]<p class="contact-name">${name}</p>[/#if]
  [#if text?has_content]<p>${text}</p>[/#if]
  [#nested]
</aside>
[/#macro]

[#-- A way to reach somebody. kind: telephone, courriel or web; value: as typed. --]
[#macro way kind value quiet=false label=""]
[#switch kind]
  [#case "telephone"]
    [#if value?has_content]<li><a class="button[#if quiet] button-quiet[/#if]" href="tel:${host.dial(value)}">[@icones.icon "telephone" /] ${host.text(value)}</a></li>[/#if]
    [#break]
  [#case "courriel"]
    [#if value?has_content]<li><a class="button[#if quiet] button-quiet[/#if]" href="mailto:${host.text(value)}">[@icones.icon "message" /] ${label?has_content?then(label, i18n["portail.contact.message"])}</a></li>[/#if]
    [#break]
  [#default]
    [#if host.webAddress(value)?has_content]<li><a class="button[#if quiet] button-quiet[/#if]" href="${host.webAddress(value)}" rel="external">[@icones.icon "web" /] ${label?has_content?then(label, i18n["portail.contact.site"])}</a></li>[/#if]
[/#switch]
[/#macro]

[#-- Where one writes about an item without seeing an address: /contact/<type>/<name>; nothing where no form is received. --]
[#function letterTo type item]
  [#return (host.hasForms() && host.pageAt("/contact")?has_content)?then(host.below(host.pageAt("/contact"), "/" + type + "/" + item.@name), "")]
[/#function]

[#-- Writing about an item: the form that shows no address, else the address when one may see it. --]
[#macro write type item mail="" quiet=false label=""]
[#local letter = letterTo(type, item)]
[#if letter?has_content]
<li><a class="button[#if quiet] button-quiet[/#if]" href="${letter}" rel="nofollow">[@icones.icon "message" /] ${label?has_content?then(label, i18n["portail.contact.message"])}[#nested]</a></li>
[#else]
[@way "courriel" mail quiet label /]
[/#if]
[/#macro]
