[@portailfn.kept by=["parties:fiche", content]]nommée[/@portailfn.kept]
