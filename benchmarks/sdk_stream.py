"""What `batch` is measured beside: the SDK's loop over the same lines."""

import json
import sys

from signalwire import FunctionResult

for line in sys.stdin:
    request = json.loads(line)
    if "action" in request:
        result = FunctionResult()
        getattr(result, request["action"])(**request["params"])
        document = result.action[0]
    else:
        result = FunctionResult(request["response"], request["post_process"])
        for action in request["actions"]:
            for name, params in action.items():
                getattr(result, name)(**params)
        document = result.to_dict()
    print(json.dumps(document))
