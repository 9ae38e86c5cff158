"""What swaigctl would be as a plain Typer app with one command: the yardstick for its slow path."""

import json
from typing import Literal

import typer

app = typer.Typer()

Method = Literal["GET", "POST"]


@app.command()
def join_conference(
    name: str = typer.Option(..., help="Name of the conference."),
    muted: bool = typer.Option(False, help="Join with the microphone muted."),
    beep: Literal["true", "false", "onEnter", "onExit"] = typer.Option(
        "true", help="When to beep."
    ),
    start_on_enter: bool = typer.Option(True, help="Start the conference on entering."),
    end_on_exit: bool = typer.Option(False, help="End the conference on leaving."),
    wait_url: str | None = typer.Option(None, help="SWML for hold music."),
    max_participants: int = typer.Option(250, min=1, max=250, help="Maximum of participants."),
    record: Literal["do-not-record", "record-from-start"] = typer.Option(
        "do-not-record", help="Whether to record."
    ),
    region: str | None = typer.Option(None, help="Region."),
    trim: Literal["trim-silence", "do-not-trim"] = typer.Option("trim-silence", help="Silence."),
    coach: str | None = typer.Option(None, help="Who can whisper."),
    status_callback_event: str | None = typer.Option(None, help="Events to report."),
    status_callback: str | None = typer.Option(None, help="Where to report them."),
    status_callback_method: Method = typer.Option("POST", help="How to report them."),
    recording_status_callback: str | None = typer.Option(None, help="Where to report them."),
    recording_status_callback_method: Method = typer.Option("POST", help="How to report them."),
    recording_status_callback_event: str = typer.Option("completed", help="Events to report."),
    result: str | None = typer.Option(None, help="What to do next."),
) -> None:
    """Put the caller into an ad-hoc audio conference."""
    params = {"name": name, "muted": muted}
    document = {"version": "1.0.0", "sections": {"main": [{"join_conference": params}]}}
    print(json.dumps({"SWML": document}, indent=2))


if __name__ == "__main__":
    app()
