"""A real SDK agent with one tool, for `swaig-test --exec`."""

from signalwire import AgentBase, FunctionResult

agent = AgentBase(name="benchmark", route="/agent")
agent.set_prompt_text("You are a helpful assistant.")


@agent.tool(name="join", description="Join a conference")
def join(args, raw_data):
    return FunctionResult("Joining.").join_conference("x", muted=True)
