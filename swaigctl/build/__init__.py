"""Calls of actions, and whole responses: checked and written.

| module | what |
|---|---|
| `calls` | one action with its values: its document, and what to warn of |
| `responses` | a whole response with its calls |
| `documents` | SWML steps and documents from checked values, in each form |
| `requests` | requests in files and streams, and their answers |
"""
