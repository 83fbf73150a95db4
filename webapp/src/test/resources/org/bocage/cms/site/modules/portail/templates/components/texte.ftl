<p>${content.texte!}${ctx.grand!}[#if ctx.identifiants??]<i>${content.@id}</i>[/#if]</p>
