from moto.awslambda.models import EventSourceMapping, LambdaBackend, LambdaFunction

CONFIGURATION = ["DeadLetterConfig", "KMSKeyArn", "LoggingConfig"]

OF_STREAMS = {
    "BisectBatchOnFunctionError": False,
    "MaximumBatchingWindowInSeconds": 0,
    "MaximumRecordAgeInSeconds": -1,
    "MaximumRetryAttempts": -1,
    "ParallelizationFactor": 1,
    "TumblingWindowInSeconds": 0,
}


def close():
    keep_the_whole_configuration()
    map_consumers()
    describe_mappings_of_streams()
    run_no_function()


def keep_the_whole_configuration():
    """GetFunctionConfiguration returns what CreateFunction and UpdateFunctionConfiguration took. moto drops some of it."""
    init, get, update = LambdaFunction.__init__, LambdaFunction.get_configuration, LambdaFunction.update_configuration

    def keep(function, spec):
        function.kept = getattr(function, "kept", {}) | {name: spec[name] for name in CONFIGURATION if name in spec}

    def initialize(self, account_id, spec, *args, **kwargs):
        init(self, account_id, spec, *args, **kwargs)
        keep(self, spec)

    def get_configuration(self, *args, **kwargs):
        return get(self, *args, **kwargs) | {name: value for name, value in self.kept.items() if value}

    def update_configuration(self, config_updates):
        keep(self, config_updates)
        return update(self, config_updates) | self.kept

    LambdaFunction.__init__, LambdaFunction.get_configuration = initialize, get_configuration
    LambdaFunction.update_configuration = update_configuration


def map_consumers():
    """CreateEventSourceMapping takes the ARN of a stream's consumer. moto takes only streams."""
    original = LambdaBackend.create_event_source_mapping

    def create_event_source_mapping(self, spec):
        source = spec["EventSourceArn"]
        mapping = original(self, {**spec, "EventSourceArn": source.split("/consumer/")[0]})
        mapping.event_source_arn = source
        return mapping

    LambdaBackend.create_event_source_mapping = create_event_source_mapping


def describe_mappings_of_streams():
    """GetEventSourceMapping returns the starting position, and the defaults of the settings. moto omits both."""
    original = EventSourceMapping.get_configuration

    def get_configuration(self):
        began = {"StartingPositionTimestamp": self.starting_position_timestamp} if self.starting_position_timestamp else {}
        return (OF_STREAMS if ":kinesis:" in self.event_source_arn else {}) | original(self) | began

    EventSourceMapping.get_configuration = get_configuration


def run_no_function():
    """PutRecord answers before a function reads the record. moto runs the function in Docker first, and fails without Docker."""
    LambdaBackend.send_kinesis_message = lambda self, **record: None
