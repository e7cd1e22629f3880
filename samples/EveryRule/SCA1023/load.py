from transformers import AutoModel

model = AutoModel.from_pretrained("acme/embedder", revision="043235d6088ecd3dd5fb5ca3592b6913fd516027", trust_remote_code=True)
