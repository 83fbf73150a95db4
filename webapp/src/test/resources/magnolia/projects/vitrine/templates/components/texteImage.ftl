<section data-rang="${ctx.rang!"-"}"[#if cmsfn.isInherited(content)] class="herite"[/#if]>
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
${cmsfn.decode(content).texte!}
[#if content.image?has_content]<img src="${damfn.getAssetLink(content.image, "logo")!}" alt="${(damfn.getAsset(content.image).caption)!}">[/#if]
</section>
