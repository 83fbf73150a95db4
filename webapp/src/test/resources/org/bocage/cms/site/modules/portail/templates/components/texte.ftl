<p>${content.texte!}${ctx.grand!}</p>
