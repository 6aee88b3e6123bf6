// Stream stacks as a team that chose TypeScript would write them. The argument says which, as in benchmarks/streams.
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { KinesisStream, KinesisStreamConfig } from '@cdktf/provider-aws/lib/kinesis-stream';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Construct } from 'constructs';

class Stream extends Construct {
  readonly stream: KinesisStream;

  constructor(scope: Construct, id: string, private readonly config: KinesisStreamConfig) {
    super(scope, id);
    this.stream = new KinesisStream(this, 'Default', {
      encryptionType: 'KMS',
      kmsKeyId: 'alias/aws/kinesis',
      lifecycle: { preventDestroy: false },
      ...config,
    });
  }

  policy(purpose: string, sid: string, actions: string[]): string {
    const document = new DataAwsIamPolicyDocument(this, `${purpose}-access`, {
      statement: [{ sid, effect: 'Allow', actions, resources: [this.stream.arn] }],
    });
    return new IamPolicy(this, `${purpose}-policy`, {
      namePrefix: `${this.config.name}-${purpose}-`,
      description: `Lets a ${purpose} work with the Kinesis stream ${this.config.name}`,
      policy: document.json,
    }).arn;
  }
}

function stack(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new LocalBackend(stack, { path: `../../../terraform.${id}.tfstate` });
  new AwsProvider(stack, 'aws', {
    region: 'us-east-1',
    defaultTags: [{ tags: { Environment: 'dev', ManagedBy: 'cdktf', Stack: id, Project: 'nautilus' } }],
  });
  return stack;
}

function streamStack(app: App, id: string, config: KinesisStreamConfig): void {
  const scope = stack(app, id);
  const stream = new Stream(scope, 'stream', config);
  const output = (name: string, value: string, description: string) => new TerraformOutput(scope, name, { value, description });
  output('stream_name', stream.stream.name, 'Name of the stream');
  output('stream_arn', stream.stream.arn, 'ARN of the stream');
  output('producer_policy_arn', stream.policy('producer', 'PutRecords', ['kinesis:PutRecord', 'kinesis:PutRecords']),
    'ARN of the policy to attach to a producer');
  output('consumer_policy_arn', stream.policy('consumer', 'ReadRecords',
    ['kinesis:DescribeStreamSummary', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards']),
    'ARN of the policy to attach to a consumer');
}

const nautilus = (app: App) => streamStack(app, 'nautilus', {
  name: 'nautilus-stream', streamModeDetails: { streamMode: 'PROVISIONED' }, shardCount: 1, retentionPeriod: 48,
});

const datacenter = (app: App) => streamStack(app, 'datacenter', {
  name: 'datacenter-stream', streamModeDetails: { streamMode: 'ON_DEMAND' }, retentionPeriod: 24,
});

function thousand(app: App): void {
  const scope = stack(app, 'thousand');
  for (let number = 0; number < 1000; number++) {
    new Stream(scope, `stream-${number}`, {
      name: `stream-${number}`, streamModeDetails: { streamMode: 'ON_DEMAND' }, retentionPeriod: 24,
    });
  }
}

const cases: Record<string, ((app: App) => void)[]> = { one: [nautilus], two: [nautilus, datacenter], thousand: [thousand] };

const app = new App();
cases[process.argv[2]].forEach(compose => compose(app));
app.synth();
