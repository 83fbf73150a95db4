brut=${content.brut!}
decode=${cmsfn.decode(content).brut!}
html=${content.brut!?html}
jcr=${cmsfn.asJCRNode(content).getProperty("brut").string}
jcr.decode=${cmsfn.decode(cmsfn.asJCRNode(content)).getProperty("brut").string}
multi=[#list content.multi![] as m]${m}|[/#list]
enfant=${(content.enfant.brut)!}
enfant.decode=${(cmsfn.decode(content).enfant.brut)!}
encode=${cmsfn.encode("<a> & 'b' \"c\"")}
lignes=${content.lignes}
parId=${cmsfn.contentById(content.@id).brut}
parChemin.encode=${cmsfn.encode(cmsfn.contentByPath("/echappement")).brut}
param=${ctx.q!"-"}
param.getParameter=${ctx.getParameter("q")!"-"}
speciaux=${content.@name} ${content.@path} ${content.@handle} ${content.@depth} ${content.@level} ${content.@nodeType.name} ${(content.@id == content.@uuid)?c}
image=${damfn.getAssetLink("jcr:0d000000-0000-4000-8000-000000000001", "carte")!} ${damfn.getAssetLink("jcr:0d000000-0000-4000-8000-000000000001")!}
nombre=${12345} ${12345?c}
